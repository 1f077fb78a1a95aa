namespace TypedTune;

/// <summary>A candidate that is being evaluated, and its reports so far. Immutable.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Reports">The reports so far, in order; a list that is not changed.</param>
internal readonly record struct PendingTrial<T>(Candidate<T> Candidate, TrialReport[] Reports)
{
    /// <summary>The same candidate with another report.</summary>
    /// <exception cref="ArgumentException">Its step is not larger than that of the report before.</exception>
    public PendingTrial<T> With(TrialReport report)
    {
        if (Reports.Length > 0 && report.Step <= Reports[^1].Step)
            throw new ArgumentException($"Trial {Candidate.Index} reports step {report.Step} after step {Reports[^1].Step}. Report each step once, in ascending order.", nameof(report));
        return this with { Reports = [.. Reports, report] };
    }
}
