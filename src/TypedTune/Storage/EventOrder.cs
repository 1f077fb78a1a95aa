namespace TypedTune;

/// <summary>
/// Finds out that two studies write to one store at once: between two openings of its store a study proposes each trial once, and then reports and ends it.
/// For stores, which refuse what it refuses. Not thread safe.
/// </summary>
public sealed class EventOrder
{
    // The trials that were proposed since the store was opened, and whether they are pending.
    private readonly Dictionary<int, bool> _isPending = [];

    /// <summary>Starts anew, since a study that is continued proposes again what was pending. Call it when the store is opened.</summary>
    public void Restart() => _isPending.Clear();

    /// <summary>Refuses an event that the study which opened the store last does not write. Call it before the event is kept.</summary>
    /// <param name="happened">The event.</param>
    /// <exception cref="InvalidOperationException">Another study writes to the store.</exception>
    public void Require(StudyEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        bool isProposed = _isPending.TryGetValue(happened.Index, out bool isPending);
        if (happened is ProposedEvent ? isProposed : !isPending)
            throw new InvalidOperationException($"Two studies write to one store: trial {happened.Index} {(happened is ProposedEvent ? "was proposed already" : "is not pending")} since the store was opened last. Give each study a store of its own, or run one after the other.");
    }

    /// <summary>Takes in an event that was kept.</summary>
    /// <param name="happened">The event.</param>
    public void Add(StudyEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened is not ReportedEvent)
            _isPending[happened.Index] = happened is ProposedEvent;
    }
}
