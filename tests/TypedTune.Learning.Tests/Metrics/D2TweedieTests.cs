namespace TypedTune.Learning.Tests;

public sealed class D2TweedieTests : PositiveMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.D2Tweedie(1.5);

    protected override bool IsDefined(Targets truth) => truth.Numbers.Distinct().Count() > 1;
}
