namespace TypedTune.Learning;

/// <summary>A distinct configuration and the nodes that score it, one a fold.</summary>
internal sealed class Candidate<TSelf>(int index, TSelf configuration, int folds)
{
    public int Index { get; } = index;

    public TSelf Configuration { get; } = configuration;

    /// <summary>How often the space holds the configuration.</summary>
    public int Occurrences { get; set; } = 1;

    public ScoreNode?[] Scores { get; } = new ScoreNode?[folds];

    /// <summary>Why the configuration could not even be planned.</summary>
    public Exception? PlanningError { get; set; }

    /// <summary>How many folds are still to be scored.</summary>
    public int Remaining { get; set; } = folds;
}
