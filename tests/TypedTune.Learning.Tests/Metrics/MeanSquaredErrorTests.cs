namespace TypedTune.Learning.Tests;

public sealed class MeanSquaredErrorTests : NumberMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.MeanSquaredError;
}
