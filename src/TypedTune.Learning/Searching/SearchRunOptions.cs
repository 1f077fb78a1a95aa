namespace TypedTune.Learning;

/// <summary>The earlier trials, progress listener and pause control that a run of a search is given.</summary>
internal sealed record SearchRunOptions<TEstimator>
{
    /// <summary>The trials of an earlier run, which are not evaluated again.</summary>
    public SearchHistory<TEstimator>? Known { get; init; }

    /// <summary>Told of fits and trials.</summary>
    public IProgress<SearchProgress>? Progress { get; init; }

    /// <summary>Pauses the search.</summary>
    public RunControl? Control { get; init; }
}
