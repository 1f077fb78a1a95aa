namespace TypedTune.Learning.Tests;

public sealed class MeanPoissonDevianceTests : PositiveMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.MeanPoissonDeviance;
}
