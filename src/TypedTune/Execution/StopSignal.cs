namespace TypedTune;

/// <summary>
/// A cancellation that cannot be broken by what is registered with its token: callbacks that throw are run and their exceptions dropped, where a
/// <see cref="CancellationTokenSource"/> would throw them at whoever cancels, or out of a timer's thread. Thread safe.
/// </summary>
public sealed class StopSignal : IDisposable
{
    /// <summary>The longest time that a timer can be set to; a longer one is taken for no limit.</summary>
    private static readonly TimeSpan s_longestTimer = TimeSpan.FromDays(49);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _parent;
    private readonly CancellationToken _parentToken;
    private Timer? _timer;
    private bool _isDisposed;

    /// <summary>Creates a signal that a token raises as well.</summary>
    /// <param name="parent">Raises the signal when it is cancelled.</param>
    public StopSignal(CancellationToken parent = default)
    {
        Token = _source.Token;
        _parentToken = parent;
        _parent = parent.UnsafeRegister(static state => ((StopSignal)state!).Raise(), this);
    }

    /// <summary>Cancelled when the signal is raised.</summary>
    public CancellationToken Token { get; }

    /// <summary>Whether the signal was raised by <see cref="RaiseAfter"/> or <see cref="Raise"/>, and not by its parent.</summary>
    public bool IsRaisedAlone => Token.IsCancellationRequested && !_parentToken.IsCancellationRequested;

    /// <summary>Cancels the token. Callbacks run on this thread: call it under no lock.</summary>
    public void Raise()
    {
        try
        {
            _source.Cancel();
        }
        catch (Exception exception) when (exception is AggregateException or ObjectDisposedException)
        {
            // A callback threw, which is its author's to handle, or nobody waits for the signal any more.
        }
    }

    /// <summary>Cancels the token later; replaces an earlier time.</summary>
    /// <param name="delay">How long to wait; null to wait no longer.</param>
    public void RaiseAfter(TimeSpan? delay)
    {
        lock (_gate)
        {
            if (_isDisposed)
                return;
            var due = delay is { } wait && wait < s_longestTimer ? wait : Timeout.InfiniteTimeSpan;
            if (_timer is not null)
                _timer.Change(due, Timeout.InfiniteTimeSpan);
            else if (due != Timeout.InfiniteTimeSpan)
                _timer = new Timer(static state => ((StopSignal)state!).Raise(), this, due, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Lets go of the timer and of the parent. The token stays as it is.</summary>
    public void Dispose()
    {
        _parent.Dispose();
        lock (_gate)
        {
            _isDisposed = true;
            _timer?.Dispose();
        }

        _source.Dispose();
    }
}
