namespace TypedTune;

/// <summary>Pauses a search that is running, and lets it go on. Thread safe; one may control several searches.</summary>
/// <remarks>A pause lets running evaluations come to their end and starts nothing. A paused search can be cancelled.</remarks>
public sealed class RunControl
{
    private volatile bool _isPaused;

    /// <summary>Raised after each change, on the thread that made it. Of several at once the last to be raised sees the last change.</summary>
    internal event Action? Changed;

    /// <summary>Whether nothing new is started.</summary>
    public bool IsPaused => _isPaused;

    /// <summary>Starts nothing more until <see cref="Continue"/>. Returns at once.</summary>
    public void Pause()
    {
        _isPaused = true;
        Changed?.Invoke();
    }

    /// <summary>Goes on after a pause.</summary>
    public void Continue()
    {
        _isPaused = false;
        Changed?.Invoke();
    }
}
