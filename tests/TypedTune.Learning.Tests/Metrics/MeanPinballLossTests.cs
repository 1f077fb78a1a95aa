namespace TypedTune.Learning.Tests;

public sealed class MeanPinballLossTests : NumberMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.MeanPinballLoss(0.3);
}
