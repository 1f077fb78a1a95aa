namespace TypedTune.Learning;

/// <summary>Settings of a run of candidates, and the listeners that are told.</summary>
internal sealed record CandidateRunOptions<TSelf>
{
    /// <summary>Retries, memory and pauses.</summary>
    public FitRunOptions Fits { get; init; } = new();

    /// <summary>How long all work of a candidate may take together; null for as long as it likes.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Called after each fit, failed ones and those that a failure made impossible included, from any thread and under no lock of the run.</summary>
    public Action<FitUnit>? FitEnded { get; init; }

    /// <summary>Called after each fold of each candidate, from any thread and under no lock of the run. More candidates may be added in it.</summary>
    public required Action<CandidateFold<TSelf>> FoldEnded { get; init; }
}
