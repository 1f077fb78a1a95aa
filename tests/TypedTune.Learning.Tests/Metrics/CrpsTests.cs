namespace TypedTune.Learning.Tests;

public sealed class CrpsTests : QuantileMetricContract
{
    protected override IMetric<IQuantileRegression> Metric => Learning.Metric.Crps();

    [Fact]
    public void OfOneNumber_IsTheAbsoluteError()
    {
        var levels = Metric.Needs.Quantiles;
        var constant = FeatureMatrix.FromColumns(new FeatureNames(levels.Select(level => $"q{level}")), [.. levels.Select(_ => new[] { 3.0 })]);

        Assert.Equal(1.5, Metric.Score(Targets.Of([4.5]), new Predictions([3.0]) { Quantiles = new QuantilePredictions(levels, constant) }), 1e-12);
    }

    [Fact]
    public void OfAUniformDistribution_IsItsKnownValue()
    {
        // Of the uniform distribution on 0 to 1 and a target y, CRPS is y² − y + 1/3.
        var metric = Learning.Metric.Crps(1000);
        var levels = metric.Needs.Quantiles;
        var uniform = FeatureMatrix.FromColumns(new FeatureNames(levels.Select(level => $"q{level}")), [.. levels.Select(level => new[] { level })]);

        Assert.Equal(0.09 - 0.3 + 1.0 / 3, metric.Score(Targets.Of([0.3]), new Predictions([0.5]) { Quantiles = new QuantilePredictions(levels, uniform) }), 1e-6);
    }
}
