namespace TypedTune.Learning.Tests;

public sealed class IntervalScoreTests : QuantileMetricContract
{
    protected override IMetric<IQuantileRegression> Metric => Learning.Metric.IntervalScore(0.8);

    [Fact]
    public void Score_IsTheWidthAndThePenaltyOfWhatIsOutside()
    {
        var quantiles = new QuantilePredictions(Metric.Needs.Quantiles, FeatureMatrix.FromRows([[1, 3], [1, 3], [1, 3]], new FeatureNames("low", "high")));

        double score = Metric.Score(Targets.Of([2, 0.5, 4]), new Predictions([2.0, 2, 2]) { Quantiles = quantiles });

        Assert.Equal(2 + 10 * (0.5 + 1) / 3, score, 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(80)]
    public void CoverageThatIsNoShare_IsRefused(double coverage) => Assert.Throws<ArgumentOutOfRangeException>("coverage", () => Learning.Metric.IntervalScore(coverage));
}
