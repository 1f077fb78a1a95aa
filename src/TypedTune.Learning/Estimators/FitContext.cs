namespace TypedTune.Learning;

/// <summary>
/// What surrounds a fit: the threads it may borrow and the wish to stop. Execution only, never part of a configuration
/// or a result. Thread safe.
/// </summary>
/// <param name="scheduler">Whose threads to borrow.</param>
/// <param name="cancellationToken">Cancelled when the fit is no longer wanted.</param>
public sealed class FitContext(WorkScheduler scheduler, CancellationToken cancellationToken = default)
{
    /// <summary>All processors, no cancellation: what a fit uses that is given no context.</summary>
    public static FitContext Default { get; } = new(WorkScheduler.Shared);

    /// <summary>Whose threads to borrow.</summary>
    public WorkScheduler Scheduler { get; } = scheduler ?? throw new ArgumentNullException(nameof(scheduler));

    /// <summary>Cancelled when the fit is no longer wanted. Long loops look at it.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Runs <paramref name="body"/> for each index, on this thread and on idle ones of the search.</summary>
    /// <param name="count">How many indices, from 0.</param>
    /// <param name="body">Called from several threads; places its result by index.</param>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    public void For(int count, Action<int> body) => Scheduler.For(count, body, CancellationToken);
}
