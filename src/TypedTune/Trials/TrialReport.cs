namespace TypedTune;

/// <summary>An intermediate value of a trial, from which a pruner decides whether to go on.</summary>
/// <param name="Step">How far the trial is, as a fold, an epoch or a number of trees; each report of a trial has a larger one.</param>
/// <param name="Value">The objective so far; never not-a-number.</param>
public readonly record struct TrialReport(int Step, double Value);
