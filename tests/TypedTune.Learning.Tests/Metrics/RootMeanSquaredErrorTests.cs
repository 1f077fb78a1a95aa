namespace TypedTune.Learning.Tests;

public sealed class RootMeanSquaredErrorTests : NumberMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.RootMeanSquaredError;
}
