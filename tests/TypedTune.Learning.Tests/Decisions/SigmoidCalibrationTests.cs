using TypedTune.Contracts;

namespace TypedTune.Learning.Tests.Decisions;

public sealed class SigmoidCalibrationTests : ProbabilityAdjustmentContract
{
    protected override IProbabilityAdjustment Create() => new Calibration();
}
