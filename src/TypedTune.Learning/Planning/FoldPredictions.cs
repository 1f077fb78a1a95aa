namespace TypedTune.Learning;

/// <summary>What a candidate predicts in one fold.</summary>
/// <param name="Scored">The rows that it is scored on: those held back, or training rows out of bag; null where there are none.</param>
/// <param name="Training">The rows that it learned from; null unless they are scored too.</param>
internal readonly record struct FoldPredictions(ScoredRows? Scored, ScoredRows? Training = null);
