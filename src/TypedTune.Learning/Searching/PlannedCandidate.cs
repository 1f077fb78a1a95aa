namespace TypedTune.Learning;

/// <summary>A candidate of a search, and the node that scores it.</summary>
/// <param name="candidate">The candidate.</param>
internal sealed class PlannedCandidate<TSelf>(Candidate<TSelf> candidate)
{
    public int Index => candidate.Index;

    public TSelf Configuration => candidate.Configuration;

    /// <summary>How often the configuration was proposed, as far as that was known when it was planned.</summary>
    public int Occurrences => candidate.Occurrences;

    /// <summary>The node that scores the candidate on every fold; null before it is planned, and if it could not be planned.</summary>
    public ScoreNode? Score { get; set; }

    /// <summary>Why the configuration could not be planned; null if it could.</summary>
    public Exception? PlanningError { get; set; }
}
