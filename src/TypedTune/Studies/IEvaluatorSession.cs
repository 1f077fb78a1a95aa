namespace TypedTune;

/// <summary>
/// An evaluator at work for one study: takes candidates in batches, offers work to the study's scheduler, and ends each candidate exactly once
/// through the <see cref="ITrialSink"/>.
/// </summary>
/// <typeparam name="T">The configuration.</typeparam>
/// <remarks>
/// Where a candidate is finished outside of a piece of work, as by another process, the session says that it <see cref="IsBusy"/> until then, and
/// calls <see cref="WorkScheduler.Wake"/> after it is not.
/// </remarks>
public interface IEvaluatorSession<T> : IDisposable
{
    /// <summary>How many more candidates the session would like now; 0 where it has enough. Called under the scheduler's lock: must be quick.</summary>
    int Wanted { get; }

    /// <summary>Whether candidates are being evaluated outside of pieces of work. Called under the scheduler's lock: must be quick. Default: false.</summary>
    bool IsBusy => false;

    /// <summary>Takes candidates in. Called by one thread at a time, outside of every lock; evaluations may be running.</summary>
    /// <param name="candidates">At least one, in the order of proposal; more than <see cref="Wanted"/> never.</param>
    void Add(IReadOnlyList<Candidate<T>> candidates);

    /// <summary>Takes a piece of work that is ready. Called under the scheduler's lock: must be quick.</summary>
    /// <param name="work">What a thread of the scheduler runs. It should end after about a millisecond where it evaluates many candidates.</param>
    /// <returns>False where nothing is ready now.</returns>
    bool TryTake(out Action? work);
}
