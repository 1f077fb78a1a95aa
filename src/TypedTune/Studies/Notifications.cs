namespace TypedTune;

/// <summary>
/// Hands events on to observers, one at a time and in order, under no lock: whoever has posted hands on what there is, unless another thread is
/// at it. Thread safe.
/// </summary>
internal sealed class Notifications<T>(IEnumerable<IStudyObserver<T>> observers)
{
    // How many events may wait for a slow observer before the threads that cause more wait with them.
    private const int MostWaiting = 1000;

    private readonly object _gate = new();
    private readonly Queue<Action<IStudyObserver<T>>> _events = new();
    private readonly List<IStudyObserver<T>> _observers = [.. observers];
    private readonly List<ObserverError> _errors = [];
    private bool _isHandingOn;
    private int _handingOn;

    /// <summary>Whether there were observers to begin with.</summary>
    public bool AreWanted { get; } = observers.Any();

    /// <summary>The observers that threw.</summary>
    public IReadOnlyList<ObserverError> Errors
    {
        get
        {
            lock (_gate)
                return [.. _errors];
        }
    }

    /// <summary>Keeps an event. May be called under a lock, which then decides the order of events.</summary>
    public void Post(Action<IStudyObserver<T>> happened)
    {
        lock (_gate)
            _events.Enqueue(happened);
    }

    /// <summary>Hands on what was posted; waits while another thread does and many events are left. Call it under no lock.</summary>
    public void HandOn()
    {
        while (AreWanted && TryBegin(out var happened, out var observers))
        {
            foreach (var observer in observers)
                Tell(observer, happened!);
            lock (_gate)
            {
                _isHandingOn = false;
                Monitor.PulseAll(_gate);
            }
        }
    }

    // An observer that causes another event comes back here on the thread that is handing on, whose loop takes the event.
    private bool TryBegin(out Action<IStudyObserver<T>>? happened, out IStudyObserver<T>[] observers)
    {
        lock (_gate)
        {
            happened = null;
            observers = [];
            while (_isHandingOn && _handingOn != Environment.CurrentManagedThreadId && _events.Count > MostWaiting)
                Monitor.Wait(_gate);
            if (_isHandingOn || !_events.TryDequeue(out happened))
                return false;
            observers = [.. _observers];
            _handingOn = Environment.CurrentManagedThreadId;
            return _isHandingOn = true;
        }
    }

    private void Tell(IStudyObserver<T> observer, Action<IStudyObserver<T>> happened)
    {
        try
        {
            happened(observer);
        }
        catch (Exception exception)
        {
            var error = new ObserverError(Excerpt.FromObject(observer), exception);
            lock (_gate)
            {
                _observers.RemoveAll(other => ReferenceEquals(other, observer));
                _errors.Add(error);
            }
        }
    }
}
