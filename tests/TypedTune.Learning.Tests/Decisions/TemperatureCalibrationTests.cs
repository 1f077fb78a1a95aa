using TypedTune.Contracts;

namespace TypedTune.Learning.Tests.Decisions;

public sealed class TemperatureCalibrationTests : ProbabilityAdjustmentContract
{
    protected override IProbabilityAdjustment Create() => new Calibration { Method = CalibrationMethod.Temperature };
}
