namespace TypedTune;

/// <summary>Keeps the history of a study in memory: it survives the study, but not the process. Thread safe.</summary>
public sealed class InMemoryStore : IStudyStore
{
    private readonly Lock _gate = new();
    private readonly EventOrder _order = new();
    private readonly List<StudyEvent> _events = [];
    private StudyIdentity? _identity;

    /// <summary>The events so far, in the order in which they were appended.</summary>
    public IReadOnlyList<StudyEvent> Events
    {
        get
        {
            lock (_gate)
                return [.. _events];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<StudyEvent> Open(StudyIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        lock (_gate)
        {
            if (_identity is not null && identity.FindDifference(_identity) is { } difference)
                throw new InvalidOperationException($"The store holds the history of another study: {difference}. Use a new store, or continue with what the history was made with.");
            _identity ??= identity;
            _order.Restart();
            return [.. _events];
        }
    }

    /// <inheritdoc/>
    public void Append(StudyEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        lock (_gate)
        {
            if (_identity is null)
                throw new InvalidOperationException("The store was not opened. Give it to a study, which opens it.");
            _order.Require(happened);
            _events.Add(happened);
            _order.Add(happened);
        }
    }
}
