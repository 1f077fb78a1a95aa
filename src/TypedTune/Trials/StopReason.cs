namespace TypedTune;

/// <summary>Why a search ended.</summary>
public enum StopReason
{
    /// <summary>Every candidate was tried.</summary>
    Completed = 0,

    /// <summary>The time budget ran out; what was finished by then is kept.</summary>
    TimeBudget = 1,

    /// <summary>The caller cancelled; what was finished by then is kept.</summary>
    Cancelled = 2,

    /// <summary>A candidate failed, and the search was asked to stop at that; what was finished by then is kept.</summary>
    Failure = 3,
}
