namespace TypedTune;

/// <summary>What a search does when a candidate fails.</summary>
public enum FailurePolicy
{
    /// <summary>Keeps the exception with the trial and goes on. The default.</summary>
    Record = 0,

    /// <summary>Keeps the exception with the trial and starts nothing more.</summary>
    Stop = 1,
}
