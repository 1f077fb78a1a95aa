using TypedTune.Contracts;

namespace TypedTune.Learning.Tests.Decisions;

public sealed class TunedThresholdTests : ProbabilityAdjustmentContract
{
    protected override IProbabilityAdjustment Create() => new TunedThreshold { Label = "b" };
}
