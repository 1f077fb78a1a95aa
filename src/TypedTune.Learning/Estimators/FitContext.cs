namespace TypedTune.Learning;

/// <summary>
/// The threads that a fit may borrow, and its cancellation. They concern execution only and are never part of a configuration
/// or a result. Thread safe.
/// </summary>
/// <param name="scheduler">The scheduler whose threads are borrowed.</param>
/// <param name="cancellationToken">Cancelled when the fit is no longer wanted.</param>
public sealed class FitContext(WorkScheduler scheduler, CancellationToken cancellationToken = default)
{
    /// <summary>The context of a fit that is given none: all processors, no cancellation.</summary>
    public static FitContext Default { get; } = new(WorkScheduler.Shared);

    /// <summary>The scheduler whose threads are borrowed.</summary>
    public WorkScheduler Scheduler { get; } = scheduler ?? throw new ArgumentNullException(nameof(scheduler));

    /// <summary>Cancelled when the fit is no longer wanted. Long loops look at it.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Runs <paramref name="body"/> for each index, on this thread and on idle ones of the search.</summary>
    /// <param name="count">How many indices, from 0.</param>
    /// <param name="body">Called from several threads; places its result by index.</param>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    public void For(int count, Action<int> body) => Scheduler.For(count, body, CancellationToken);
}
