using System.Diagnostics;

namespace TypedTune;

/// <summary>Ends a run when its time is up or its caller cancels, and remembers which of the two it was.</summary>
internal sealed class RunClock : IDisposable
{
    // No timer runs longer, and no study does either.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;

    public RunClock(TimeSpan? budget, CancellationToken caller)
    {
        if (budget < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(budget), budget, $"The time budget must not be negative, but is {budget}.");
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        if (budget == TimeSpan.Zero)
            _source.Cancel();
        else if (budget < LongestTimer)
            _source.CancelAfter(budget.Value);
    }

    public CancellationToken Token => _source.Token;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>Why the run ended before its work was done.</summary>
    public StopReason Reason => _caller.IsCancellationRequested ? StopReason.Cancelled : StopReason.TimeBudget;

    public void Dispose() => _source.Dispose();
}
