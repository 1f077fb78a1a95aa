namespace TypedTune;

/// <summary>Ends an objective whose trial was pruned. The study catches it; an objective that must clean up does so in a finally block.</summary>
public sealed class TrialPrunedException : Exception
{
    /// <summary>Creates the exception.</summary>
    public TrialPrunedException()
        : base("The pruner has ended this trial.")
    {
    }
}
