namespace TypedTune;

/// <summary>What an evaluator is given when a study starts. Immutable.</summary>
/// <typeparam name="T">The configuration.</typeparam>
public sealed record EvaluatorStart<T>
{
    /// <summary>The configurations that are searched.</summary>
    public required Space<T> Space { get; init; }

    /// <summary>Takes the results of candidates.</summary>
    public required ITrialSink Sink { get; init; }

    /// <summary>Whose threads run the work.</summary>
    public required WorkScheduler Scheduler { get; init; }

    /// <summary>What to do about failures. The evaluator makes the retries; the study stops where the policy says so.</summary>
    public required FailurePolicy OnFailure { get; init; }

    /// <summary>How many candidates there will be at most, duplicates included; null where that is not known.</summary>
    public required long? Total { get; init; }

    /// <summary>
    /// Hands an event of the evaluator's own on to the study's observers, as the study's events are: one at a time, in order, outside of every lock. Call it
    /// under no lock.
    /// </summary>
    public required Action<Action<IStudyObserver<T>>> Notify { get; init; }

    /// <summary>Whether the study may end before all candidates are evaluated, so that those proposed first should be evaluated first.</summary>
    public required bool MayEndEarly { get; init; }

    /// <summary>Pauses the study; a piece of work that evaluates several candidates starts none while it is paused. Null if nobody can.</summary>
    public RunControl? Control { get; init; }

    /// <summary>Cancelled when the study is over. What is under way then may break off and abandon its candidate.</summary>
    public required CancellationToken CancellationToken { get; init; }
}
