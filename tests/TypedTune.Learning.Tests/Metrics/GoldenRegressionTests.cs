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
        { Metric.MedianAbsoluteError, "median_absolute_error" },
        { Metric.D2AbsoluteError, "d2_absolute_error" },
        { Metric.MeanPinballLoss(0.1), "mean_pinball_loss_0.1" },
        { Metric.MeanPinballLoss(0.5), "mean_pinball_loss_0.5" },
        { Metric.MeanPinballLoss(0.9), "mean_pinball_loss_0.9" },
    };

    public static TheoryData<RegressionMetric, string> Deviances => new()
    {
        { Metric.MeanTweedieDeviance(0), "mean_tweedie_deviance_0" },
        { Metric.MeanTweedieDeviance(1), "mean_tweedie_deviance_1" },
        { Metric.MeanTweedieDeviance(1.5), "mean_tweedie_deviance_1.5" },
        { Metric.MeanTweedieDeviance(2), "mean_tweedie_deviance_2" },
        { Metric.D2Tweedie(0), "d2_tweedie_0" },
        { Metric.D2Tweedie(1), "d2_tweedie_1" },
        { Metric.D2Tweedie(1.5), "d2_tweedie_1.5" },
        { Metric.D2Tweedie(2), "d2_tweedie_2" },
        { Metric.D2Pinball(0.1), "d2_pinball_0.1" },
        { Metric.D2Pinball(0.5), "d2_pinball_0.5" },
        { Metric.D2Pinball(0.9), "d2_pinball_0.9" },
    };

    [Theory]
    [MemberData(nameof(Deviances))]
    public void WeightedDeviances_AreScikitLearns(RegressionMetric metric, string name)
    {
        var golden = Golden.Read("metrics_more.json").GetProperty("regression");

        Assert.Equal(
            golden.GetProperty("expected").GetProperty(name).GetDouble(),
            metric.Score(golden.GetProperty("y_true").Numbers(), golden.GetProperty("y_pred").Numbers(), golden.GetProperty("sample_weight").Numbers()),
            1e-10);
    }

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
