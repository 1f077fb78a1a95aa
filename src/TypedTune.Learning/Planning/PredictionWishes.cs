namespace TypedTune.Learning;

/// <summary>What a plan's folds want of a predictor.</summary>
/// <param name="Alone">Nothing but plain predictions, so that one fit may answer for several, and a model need never be held as a whole.</param>
/// <param name="Training">Predictions of the training rows too.</param>
internal readonly record struct PredictionWishes(bool Alone, bool Training);
