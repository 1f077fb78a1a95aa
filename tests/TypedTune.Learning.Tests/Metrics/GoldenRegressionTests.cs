namespace TypedTune.Learning.Tests;

/// <summary>Metrics of numbers by the values of scikit-learn, plain and weighted.</summary>
public sealed class GoldenRegressionTests
{
    public static TheoryData<RegressionMetric, string> Metrics => new()
    {
        { Metric.MeanSquaredError, "mean_squared_error" },
        { Metric.RootMeanSquaredError, "root_mean_squared_error" },
        { Metric.MeanAbsoluteError, "mean_absolute_error" },
        { Metric.RSquared, "r2" },
        { Metric.ExplainedVariance, "explained_variance" },
        { Metric.MeanAbsolutePercentageError, "mean_absolute_percentage_error" },
        { Metric.MeanSquaredLogError, "mean_squared_log_error" },
        { Metric.MaxError, "max_error" },
        { Metric.MeanPoissonDeviance, "mean_poisson_deviance" },
        { Metric.MeanGammaDeviance, "mean_gamma_deviance" },
    };

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Scores_AreScikitLearns(RegressionMetric metric, string name)
    {
        var golden = Golden.Read("metrics_regression.json");
        double[] truth = golden.GetProperty("y_true").Numbers(), predictions = golden.GetProperty("y_pred").Numbers();
        var expected = golden.GetProperty("expected").GetProperty(name);

        Assert.Equal(expected.GetProperty("plain").GetDouble(), metric.Score(truth, predictions), 1e-10);
        if (expected.TryGetProperty("weighted", out var weighted))
            Assert.Equal(weighted.GetDouble(), metric.Score(truth, predictions, golden.GetProperty("sample_weight").Numbers()), 1e-10);
    }

    [Fact]
    public void NumberBelowZero_HasNoLogError() => Assert.StartsWith(
        "MSLE needs numbers of at least 0, but the prediction in row 1 is -0.5. Take another metric, or predict a transformed target.",
        Assert.Throws<ArgumentException>("predictions", () => Metric.MeanSquaredLogError.Score([1, 2], [1, -0.5])).Message,
        StringComparison.Ordinal);
}
