namespace TypedTune.Learning;

/// <summary>The latest event of a search, and how far the search is.</summary>
/// <param name="Event">The latest event.</param>
public readonly record struct SearchProgress(SearchEvent Event)
{
    /// <summary>How many fits are finished, failed ones and those that a failure made impossible included.</summary>
    public int FinishedFits { get; init; }

    /// <summary>How many distinct fits there are; the refit is not counted.</summary>
    public int TotalFits { get; init; }

    /// <summary>How many fits the finished ones have saved, as candidates share them.</summary>
    public int SharedFits { get; init; }

    /// <summary>How many candidates are finished, failed ones and those of an earlier run included.</summary>
    public int FinishedTrials { get; init; }

    /// <summary>How many distinct candidates there are.</summary>
    public int TotalTrials { get; init; }

    /// <summary>How many candidates failed.</summary>
    public int FailedTrials { get; init; }

    /// <summary>The best mean score so far, or null.</summary>
    public double? BestScore { get; init; }

    /// <summary>The time since the start.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How long the rest is expected to take, by how long fits of each step took so far; null until one of each was finished. The refit is not counted.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>How many fits were finished a second.</summary>
    public double FitsPerSecond => Elapsed > TimeSpan.Zero ? FinishedFits / Elapsed.TotalSeconds : 0;
}
