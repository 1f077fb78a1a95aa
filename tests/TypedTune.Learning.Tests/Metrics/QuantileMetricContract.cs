using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

/// <summary>The contract of metrics of quantiles, by rows of noise whose quantiles are near to the true ones.</summary>
public abstract class QuantileMetricContract : MetricContract<IQuantileRegression>
{
    protected override (Targets Truth, Predictions Predictions) Sample(int rows, int seed)
    {
        var random = Seed.Of(seed).Stream();
        double[] truth = [.. Enumerable.Range(0, rows).Select(_ => random.NextNormal())];
        return (Targets.Of(truth), Of(truth, (row, level) => truth[row] + random.NextNormal() / 4 + 2 * (level - 0.5)));
    }

    protected override Predictions Perfect(Targets truth) => Of(truth.Numbers, (row, _) => truth.Numbers[row]);

    private Predictions Of(double[] points, Func<int, double, double> quantile)
    {
        double[][] columns = [.. Metric.Needs.Quantiles.Select(level => Enumerable.Range(0, points.Length).Select(row => quantile(row, level)).ToArray())];
        return new Predictions(points) { Quantiles = new QuantilePredictions(Metric.Needs.Quantiles, FeatureMatrix.FromColumns(new FeatureNames(Metric.Needs.Quantiles.Select(level => $"q{level}")), columns)) };
    }
}
