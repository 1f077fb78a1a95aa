namespace TypedTune.Learning.Tests;

public sealed class IntervalWidthTests : QuantileMetricContract
{
    protected override IMetric<IQuantileRegression> Metric => Learning.Metric.IntervalWidth(0.8);
}
