namespace TypedTune;

/// <summary>A candidate that is being evaluated, and its reports so far. Not thread safe.</summary>
internal sealed class PendingTrial<T>(Candidate<T> candidate)
{
    public Candidate<T> Candidate => candidate;

    /// <summary>The reports so far, in order; a list that is not changed.</summary>
    public TrialReport[] Reports { get; private set; } = [];

    /// <summary>Adds a report.</summary>
    /// <exception cref="ArgumentException">Its step is not larger than that of the report before.</exception>
    public void Report(TrialReport report)
    {
        if (Reports.Length > 0 && report.Step <= Reports[^1].Step)
            throw new ArgumentException($"Trial {candidate.Index} reports step {report.Step} after step {Reports[^1].Step}. Report each step once, in ascending order.", nameof(report));
        Reports = [.. Reports, report];
    }
}
