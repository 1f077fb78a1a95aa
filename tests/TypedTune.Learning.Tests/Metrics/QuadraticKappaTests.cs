namespace TypedTune.Learning.Tests;

public sealed class QuadraticKappaTests : LabelMetricContract
{
    protected override IMetric<IClassification> Metric => Learning.Metric.CohenKappa(KappaWeights.Quadratic);
}
