namespace TypedTune;

/// <summary>Why a search ended; where several limits hold at once, see <see cref="Budget"/>.</summary>
public enum StopReason
{
    /// <summary>Every candidate was tried.</summary>
    Completed = 0,

    /// <summary><see cref="Budget.Time"/> ran out; what was finished by then is kept.</summary>
    TimeBudget = 1,

    /// <summary>The caller cancelled; what was finished by then is kept.</summary>
    Cancelled = 2,

    /// <summary>A candidate failed, and the search was asked to stop at that; what was finished by then is kept.</summary>
    Failure = 3,

    /// <summary><see cref="Budget.Trials"/> were tried before every point of the space was looked at.</summary>
    TrialBudget = 4,

    /// <summary>A trial was as good as <see cref="Budget.TargetScore"/>.</summary>
    TargetScore = 5,

    /// <summary><see cref="Budget.Patience"/> trials in a row brought nothing better.</summary>
    Patience = 6,

    /// <summary>The space, the sampler or the evaluator threw; finished trials are kept, and the result has the exception.</summary>
    Error = 7,

    /// <summary>The sampler proposed nothing but configurations that it had proposed before, 10,000 times in a row, so that nothing new was expected of it.</summary>
    Repetition = 8,

    /// <summary>The study has not ended: <see cref="Study{T}.ToldResult"/> has what was told so far.</summary>
    Unfinished = 9,
}
