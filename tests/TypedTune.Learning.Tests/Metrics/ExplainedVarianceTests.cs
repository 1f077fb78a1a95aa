namespace TypedTune.Learning.Tests;

public sealed class ExplainedVarianceTests : NumberMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.ExplainedVariance;
}
