using TypedTune.Contracts;

namespace TypedTune.Learning.Tests.Decisions;

public sealed class DecisionThresholdTests : ProbabilityAdjustmentContract
{
    protected override IProbabilityAdjustment Create() => new DecisionThreshold { Label = "b", Threshold = 0.4 };
}
