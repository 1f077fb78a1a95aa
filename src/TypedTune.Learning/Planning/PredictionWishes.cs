namespace TypedTune.Learning;

/// <summary>The results that the folds of a plan need from a predictor.</summary>
/// <param name="Alone">Whether the folds need plain predictions only, so that one fit may serve several predictors, and a model need never be held as a whole.</param>
/// <param name="Training">Whether the folds need predictions of the training rows too.</param>
internal readonly record struct PredictionWishes(bool Alone, bool Training);
