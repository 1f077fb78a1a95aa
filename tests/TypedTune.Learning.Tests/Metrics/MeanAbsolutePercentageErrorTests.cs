namespace TypedTune.Learning.Tests;

public sealed class MeanAbsolutePercentageErrorTests : PositiveMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.MeanAbsolutePercentageError;
}
