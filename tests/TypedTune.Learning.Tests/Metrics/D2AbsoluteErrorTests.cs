namespace TypedTune.Learning.Tests;

public sealed class D2AbsoluteErrorTests : NumberMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.D2AbsoluteError;

    protected override bool WeightsRepeatRows => false;

    protected override bool IsDefined(Targets truth) => truth.Numbers.Distinct().Count() > 1;
}
