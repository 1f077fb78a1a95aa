namespace TypedTune.Learning.Tests;

public sealed class MicroJaccardTests : LabelMetricContract
{
    protected override IMetric<IClassification> Metric => Learning.Metric.Jaccard(Average.Micro);
}
