namespace TypedTune;

/// <summary>A trial reported an intermediate value.</summary>
/// <param name="Index">The trial's place in the order of proposal, from 0.</param>
/// <param name="Report">The value.</param>
public sealed record ReportedEvent(int Index, TrialReport Report) : StudyEvent(Index);
