namespace TypedTune.Learning;

/// <summary>What is known of a run beside its trials.</summary>
/// <param name="Rows">N, how many rows it was run on.</param>
/// <param name="StopReason">Why it ended.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="StepTimes">How long the fits of each step took.</param>
internal sealed record SearchFacts(int Rows, StopReason StopReason, TimeSpan Duration, IReadOnlyList<StepTime> StepTimes);
