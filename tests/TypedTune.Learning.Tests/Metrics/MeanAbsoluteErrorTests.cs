namespace TypedTune.Learning.Tests;

public sealed class MeanAbsoluteErrorTests : NumberMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.MeanAbsoluteError;
}
