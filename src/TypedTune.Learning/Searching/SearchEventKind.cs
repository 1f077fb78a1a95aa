namespace TypedTune.Learning;

/// <summary>The kinds of events in a search.</summary>
public enum SearchEventKind
{
    /// <summary>A step was fitted.</summary>
    FitFinished = 0,

    /// <summary>A step failed, or could not be fitted since one before it had failed.</summary>
    FitFailed = 1,

    /// <summary>A candidate was scored on every fold.</summary>
    TrialFinished = 2,

    /// <summary>A candidate failed.</summary>
    TrialFailed = 3,
}
