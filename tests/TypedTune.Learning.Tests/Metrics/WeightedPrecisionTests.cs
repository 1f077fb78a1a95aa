namespace TypedTune.Learning.Tests;

public sealed class WeightedPrecisionTests : LabelMetricContract
{
    protected override IMetric<IClassification> Metric => Learning.Metric.Precision(Average.Weighted);
}
