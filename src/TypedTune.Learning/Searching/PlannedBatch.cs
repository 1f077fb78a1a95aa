namespace TypedTune.Learning;

/// <summary>Candidates that were planned together.</summary>
/// <param name="Plan">The plan so far, with these candidates.</param>
/// <param name="Planned">Those that can be run, in the order in which they should.</param>
internal sealed record PlannedBatch<TSelf>(FitPlan Plan, IReadOnlyList<PlannedCandidate<TSelf>> Planned)
{
    /// <summary>The work that the batch adds, by step; over all folds.</summary>
    public required IReadOnlyDictionary<string, double> Work { get; init; }
}
