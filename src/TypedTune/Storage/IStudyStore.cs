namespace TypedTune;

/// <summary>
/// Keeps the history of a study as a list of events that is only ever appended to, so that a study which was stopped or killed goes on from what
/// was stored, to the trials of a study that never stopped.
/// </summary>
/// <remarks>
/// Thread safe. One study at a time uses a store, and may use it again; a store refuses the events of a second one by <see cref="EventOrder"/>. What
/// <see cref="Append"/> has returned from survives whatever the store promises to survive; a store that cannot keep an event throws, and keeps nothing of it:
/// the event may be appended again.
/// </remarks>
public interface IStudyStore
{
    /// <summary>Opens the history for a study: a new one, or one that is continued.</summary>
    /// <param name="identity">What the study's results depend on. Kept by a new history.</param>
    /// <returns>The events so far, in the order in which they were appended; empty for a new history.</returns>
    /// <exception cref="InvalidOperationException">The history is of a study with another identity; the message names what differs.</exception>
    /// <exception cref="InvalidDataException">The history is damaged.</exception>
    IReadOnlyList<StudyEvent> Open(StudyIdentity identity);

    /// <summary>Appends an event, and returns when it is safe. Called from several threads.</summary>
    /// <param name="happened">The event.</param>
    /// <exception cref="InvalidOperationException">The store was not opened, or two studies write to it.</exception>
    void Append(StudyEvent happened);
}
