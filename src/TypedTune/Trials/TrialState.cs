namespace TypedTune;

/// <summary>How a trial ended.</summary>
public enum TrialState
{
    /// <summary>The trial was evaluated to its end and has a score.</summary>
    Complete = 0,

    /// <summary>The pruner ended the trial early; it has reports but no score.</summary>
    Pruned = 1,

    /// <summary>The evaluation threw, ran out of time, or gave no number.</summary>
    Failed = 2,
}
