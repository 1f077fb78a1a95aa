namespace TypedTune.Learning.Tests;

public sealed class MeanSquaredLogErrorTests : PositiveMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.MeanSquaredLogError;
}
