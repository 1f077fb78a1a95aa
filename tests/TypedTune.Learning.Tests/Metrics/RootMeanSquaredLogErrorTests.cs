namespace TypedTune.Learning.Tests;

public sealed class RootMeanSquaredLogErrorTests : PositiveMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.RootMeanSquaredLogError;
}
