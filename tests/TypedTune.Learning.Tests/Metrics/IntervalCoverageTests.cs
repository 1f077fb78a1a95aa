namespace TypedTune.Learning.Tests;

public sealed class IntervalCoverageTests : QuantileMetricContract
{
    protected override IMetric<IQuantileRegression> Metric => Learning.Metric.IntervalCoverage(0.8);
}
