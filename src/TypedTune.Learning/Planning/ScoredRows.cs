namespace TypedTune.Learning;

/// <summary>Rows that a candidate is scored on: row by row the same.</summary>
/// <param name="Truth">N targets.</param>
/// <param name="Predictions">What was predicted for them.</param>
/// <param name="Weights">How much each row counts; null where all count the same.</param>
internal sealed record ScoredRows(Targets Truth, Predictions Predictions, double[]? Weights = null);
