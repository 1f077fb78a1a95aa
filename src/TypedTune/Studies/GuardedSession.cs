namespace TypedTune;

/// <summary>
/// An evaluator's session that throws nothing at the scheduler, which asks it under a lock: the first exception is kept, and then the session wants, does and
/// offers nothing more. Thread safe, as the session is.
/// </summary>
/// <param name="session">The evaluator's session.</param>
internal sealed class GuardedSession<T>(IEvaluatorSession<T> session)
{
    private volatile Exception? _error;

    /// <summary>What the session threw; null if it threw nothing.</summary>
    public Exception? Error => _error;

    public int Wanted => Guard(static session => session.Wanted);

    public bool IsBusy => Guard(static session => session.IsBusy);

    public void Add(IReadOnlyList<Candidate<T>> candidates) => session.Add(candidates);

    public bool TryTake(out Action? work)
    {
        work = Guard(static session => !session.TryTake(out var work)
            ? null
            : work ?? throw new InvalidOperationException($"{nameof(IEvaluatorSession<>)}.{nameof(IEvaluatorSession<>.TryTake)} said that work is ready, but gave none. Return false, or give the work."));
        return work is not null;
    }

    public void Dispose() => session.Dispose();

    private TResult? Guard<TResult>(Func<IEvaluatorSession<T>, TResult?> ask)
    {
        if (_error is not null)
            return default;
        try
        {
            return ask(session);
        }
        catch (Exception exception)
        {
            _error = exception;
            return default;
        }
    }
}
