namespace TypedTune;

/// <summary>Something that happened in a study, as a store keeps it. Immutable.</summary>
/// <param name="Index">The trial's place in the order of proposal, from 0.</param>
/// <remarks>
/// The events of a study, in the order in which they were appended, are its whole history: an event is of the configuration that was proposed last for
/// its index. When trials are told to a sampler follows from their indices, and is not stored.
/// </remarks>
public abstract record StudyEvent(int Index);
