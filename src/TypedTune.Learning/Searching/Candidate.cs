namespace TypedTune.Learning;

/// <summary>A distinct configuration of a search, and the node that scores it.</summary>
internal sealed class Candidate<TSelf>(int index, TSelf configuration)
{
    public int Index { get; } = index;

    public TSelf Configuration { get; } = configuration;

    /// <summary>How often the space holds the configuration.</summary>
    public int Occurrences { get; set; } = 1;

    /// <summary>The trial of an earlier run that holds its scores already.</summary>
    public SearchTrial<TSelf>? Known { get; init; }

    /// <summary>The node that scores it on every fold; null before it is planned, and where it could not be.</summary>
    public ScoreNode? Score { get; set; }

    /// <summary>Why the configuration could not even be planned.</summary>
    public Exception? PlanningError { get; set; }
}
