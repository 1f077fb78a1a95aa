namespace TypedTune.Learning.Tests;

public sealed class TopKAccuracyTests : ProbabilityMetricContract
{
    protected override IMetric<IProbabilisticClassification> Metric => Learning.Metric.TopKAccuracy(2);

    [Fact]
    public void NoLabel_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>("k", () => Learning.Metric.TopKAccuracy(0));
}
