namespace TypedTune.Learning;

/// <summary>What a caller gives a run of a search beside the search and its data.</summary>
internal sealed record SearchRunOptions<TEstimator>
{
    /// <summary>The trials of an earlier run, which are not evaluated again.</summary>
    public SearchHistory<TEstimator>? Known { get; init; }

    /// <summary>Told of fits and trials.</summary>
    public IProgress<SearchProgress>? Progress { get; init; }

    /// <summary>Pauses the search.</summary>
    public RunControl? Control { get; init; }
}
