namespace TypedTune.Learning.Tests;

public sealed class QuantileLossTests : QuantileMetricContract
{
    protected override IMetric<IQuantileRegression> Metric => Learning.Metric.QuantileLoss(0.1, 0.9);

    [Fact]
    public void QuantileForest_IsScoredInASearch()
    {
        var data = new Dataset(
            FeatureMatrix.FromRows([.. Enumerable.Range(0, 120).Select(row => new[] { row / 20.0 })]),
            [.. Enumerable.Range(0, 120).Select(row => Math.Sin(row / 20.0) + 0.3 * Seed.Of(4).Derive(row).Stream().NextNormal())]);
        var search = new GridSearch<QuantileForestRegressor>(QuantileForestRegressor.Space.Trees.In(10, 30))
        {
            Scoring = Learning.Metric.IntervalScore(0.8),
            Metrics = [Learning.Metric.IntervalCoverage(0.8), Learning.Metric.IntervalWidth(0.8), Learning.Metric.Crps(), Learning.Metric.QuantileLoss(0.5), Learning.Metric.MeanAbsoluteError],
        };

        var result = search.Fit(data, cancellationToken: TestContext.Current.CancellationToken);

        var best = result.Best;
        Assert.InRange(best.ScoresOf(Learning.Metric.IntervalCoverage(0.8)).Validation.Mean, 0.2, 1);
        Assert.InRange(best.ScoresOf(Learning.Metric.Crps()).Validation.Mean, 0.1 * best.ScoresOf(Learning.Metric.MeanAbsoluteError).Validation.Mean, 1.1 * best.ScoresOf(Learning.Metric.MeanAbsoluteError).Validation.Mean);
        Assert.True(best.MeanScore >= best.ScoresOf(Learning.Metric.IntervalWidth(0.8)).Validation.Mean);
    }
}
