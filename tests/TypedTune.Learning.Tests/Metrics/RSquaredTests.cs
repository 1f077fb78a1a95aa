namespace TypedTune.Learning.Tests;

public sealed class RSquaredTests : NumberMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.RSquared;

    [Fact]
    public void EqualTargetsThatRoundingTellsApart_AreConstant()
    {
        // Three tenths are no sum of 0.1, so that their mean as a sum is another number than each of them.
        Assert.Equal(0, Learning.Metric.RSquared.Score([0.1, 0.1, 0.1], [0.1, 0.1, 0.2]));
        Assert.Equal(0, Learning.Metric.RSquared.Score([0.1, 0.1, 5], [0.1, 0.2, 5], [1, 1, 0]));
    }

    [Fact]
    public void OneRowThatCounts_IsRefused() => Assert.StartsWith(
        "R² needs at least 2 rows with a weight above 0, but there is 1.",
        Assert.Throws<ArgumentException>(() => Learning.Metric.RSquared.Score([1, 2, 3], [1, 2, 3], [0, 2, 0])).Message,
        StringComparison.Ordinal);
}
