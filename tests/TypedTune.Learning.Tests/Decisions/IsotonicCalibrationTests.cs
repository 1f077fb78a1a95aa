using TypedTune.Contracts;

namespace TypedTune.Learning.Tests.Decisions;

public sealed class IsotonicCalibrationTests : ProbabilityAdjustmentContract
{
    protected override IProbabilityAdjustment Create() => new Calibration { Method = CalibrationMethod.Isotonic };
}
