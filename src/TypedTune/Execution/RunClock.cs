using System.Diagnostics;

namespace TypedTune;

/// <summary>
/// Ends a run when its time is up or its caller cancels, and remembers which of the two it was. It stands still while its control
/// pauses. Thread safe.
/// </summary>
internal sealed class RunClock : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeSpan? _budget;
    private readonly CancellationToken _caller;
    private readonly RunControl? _control;
    private readonly StopSignal _stop;
    private long _since = Stopwatch.GetTimestamp();
    private TimeSpan _earlier;
    private bool _isPaused;
    private bool _isDisposed;

    public RunClock(TimeSpan? budget, CancellationToken caller, RunControl? control = null)
    {
        if (budget < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(budget), budget, $"The time budget must not be negative, but is {budget}.");
        _budget = budget;
        _caller = caller;
        _control = control;
        _stop = new StopSignal(caller);
        if (budget == TimeSpan.Zero)
            _stop.Raise();
        else
            _stop.RaiseAfter(budget);
        if (control is not null)
        {
            control.Changed += Follow;
            Follow();
        }
    }

    /// <summary>Cancelled when the run is over: its time is up, its caller has cancelled, or <see cref="End"/>.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Whether the caller can end the run.</summary>
    public bool CanBeCancelled => _caller.CanBeCanceled;

    /// <summary>Whether nothing new is to be started for now.</summary>
    public bool IsPaused => _control is { IsPaused: true };

    /// <summary>The time since the start, without pauses.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
                return _isPaused ? _earlier : _earlier + Stopwatch.GetElapsedTime(_since);
        }
    }

    /// <summary>How much of the time budget is left, at least nothing; null without one.</summary>
    public TimeSpan? Left => _budget is { } budget ? TimeSpan.FromTicks(Math.Max(0, (budget - Elapsed).Ticks)) : null;

    /// <summary>Why the run ended before its work was done.</summary>
    public StopReason Reason => _caller.IsCancellationRequested ? StopReason.Cancelled : StopReason.TimeBudget;

    /// <summary>Ends the run for a reason of its own. Runs the callbacks that are registered with the token: call it under no lock.</summary>
    public void End() => _stop.Raise();

    /// <summary>Works on a source until it is finished. Threads that wait would see neither a change of the control nor the end by themselves: both wake them.</summary>
    public void Run(WorkScheduler scheduler, IWorkSource source)
    {
        using var registration = Token.UnsafeRegister(static state => ((WorkScheduler)state!).Wake(), scheduler);
        if (_control is not null)
            _control.Changed += scheduler.Wake;
        try
        {
            scheduler.Run(source);
        }
        finally
        {
            if (_control is not null)
                _control.Changed -= scheduler.Wake;
        }
    }

    public void Dispose()
    {
        if (_control is not null)
            _control.Changed -= Follow;
        lock (_gate)
            _isDisposed = true;

        // It waits for callbacks that are running, which may come back to Follow: under no lock.
        _stop.Dispose();
    }

    // Whoever changed the control last comes here after that change, so that the last visitor sees it, in whatever order they come.
    private void Follow()
    {
        lock (_gate)
        {
            if (_isDisposed || _isPaused == IsPaused)
                return;
            _isPaused = !_isPaused;
            if (_isPaused)
                _earlier += Stopwatch.GetElapsedTime(_since);
            else
                _since = Stopwatch.GetTimestamp();
            _stop.RaiseAfter(_isPaused || _budget is null ? null : TimeSpan.FromTicks(Math.Max(0, (_budget.Value - _earlier).Ticks)));
        }
    }
}
