namespace TypedTune;

/// <summary>A configuration was proposed.</summary>
/// <param name="Index">The trial's place in the order of proposal, from 0.</param>
/// <param name="Configuration">The canonical text of the configuration; see <see cref="ConfigurationText"/>.</param>
public sealed record ProposedEvent(int Index, string Configuration) : StudyEvent(Index);
