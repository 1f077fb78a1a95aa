namespace TypedTune.Learning;

/// <summary>Rows that a candidate is scored on: row by row the same.</summary>
internal sealed record ScoredRows(Targets Truth, Targets Predictions);
