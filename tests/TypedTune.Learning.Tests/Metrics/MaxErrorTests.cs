namespace TypedTune.Learning.Tests;

public sealed class MaxErrorTests : NumberMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.MaxError;
}
