namespace TypedTune.Learning.Tests;

public sealed class MatthewsCorrelationTests : LabelMetricContract
{
    protected override IMetric<IClassification> Metric => Learning.Metric.MatthewsCorrelation;
}
