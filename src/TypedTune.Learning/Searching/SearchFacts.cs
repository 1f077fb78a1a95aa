namespace TypedTune.Learning;

/// <summary>The facts about a run of a search beside its trials.</summary>
/// <param name="Rows">N, how many rows it was run on.</param>
/// <param name="StopReason">Why it ended.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="StepTimes">How long the fits of each step took.</param>
internal sealed record SearchFacts(int Rows, StopReason StopReason, TimeSpan Duration, IReadOnlyList<StepTime> StepTimes)
{
    /// <summary>The metrics, the one that ranks first.</summary>
    public required IReadOnlyList<MetricHeader> Metrics { get; init; }

    /// <summary>The facts beside the configurations on which the scores depend.</summary>
    public required StudyIdentity Identity { get; init; }

    /// <summary>How many rows are held back for each one that is learned from, the mean over folds; null where none are, or it is not known.</summary>
    public double? HeldBackRatio { get; init; }

    /// <summary>The exception that ended the run, or null.</summary>
    public Exception? Error { get; init; }

    /// <summary>The observers and progress listeners that threw.</summary>
    public IReadOnlyList<ObserverError> ObserverErrors { get; init; } = [];
}
