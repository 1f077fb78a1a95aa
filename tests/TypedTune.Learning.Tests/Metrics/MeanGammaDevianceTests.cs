namespace TypedTune.Learning.Tests;

public sealed class MeanGammaDevianceTests : PositiveMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.MeanGammaDeviance;
}
