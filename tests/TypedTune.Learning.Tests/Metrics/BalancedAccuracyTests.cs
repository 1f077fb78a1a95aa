namespace TypedTune.Learning.Tests;

public sealed class BalancedAccuracyTests : LabelMetricContract
{
    protected override IMetric<IClassification> Metric => Learning.Metric.BalancedAccuracy;
}
