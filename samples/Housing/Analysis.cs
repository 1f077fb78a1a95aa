namespace Housing;

/// <summary>How good the winner is on districts that no search has seen, and what it looks at.</summary>
/// <param name="TestRmse">In dollars.</param>
/// <param name="Interval">Where the error on all such districts lies.</param>
/// <param name="Importances">The largest first.</param>
internal sealed record Analysis(double TestRmse, ConfidenceInterval Interval, IReadOnlyList<FeatureImportance> Importances);
