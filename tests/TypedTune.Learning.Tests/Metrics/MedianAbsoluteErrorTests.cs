namespace TypedTune.Learning.Tests;

public sealed class MedianAbsoluteErrorTests : NumberMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.MedianAbsoluteError;

    // Between two rows in the middle it is their mean, which weights do not say.
    protected override bool WeightsRepeatRows => false;
}
