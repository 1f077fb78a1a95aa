namespace TypedTune;

/// <summary>The reports of a running trial and the trials before it, from which a pruner decides. Immutable.</summary>
/// <param name="Index">The trial's place in the order of proposal, from 0.</param>
/// <param name="Reports">What the trial has reported, in order; the last one is new. At least one.</param>
/// <param name="History">
/// The trials that had ended when this one was proposed, whatever the number of threads: all up to <see cref="Index"/> −
/// <see cref="Study{T}.MaxPendingTrials"/>, in the order of proposal, with their reports.
/// </param>
/// <param name="Direction">Whether small or large values are good.</param>
public sealed record PruningContext(int Index, IReadOnlyList<TrialReport> Reports, IReadOnlyList<Trial> History, Direction Direction);
