using CsCheck;

namespace TypedTune.Learning.Tests;

public sealed class RegressionMetricTests
{
    private static readonly Gen<(double, double)[]> _pairs = Gen.Select(Gen.Double[-1e3, 1e3], Gen.Double[-1e3, 1e3]).Array[2, 30];

    public static TheoryData<RegressionMetric, string, string, Direction> All => new()
    {
        { Metric.RootMeanSquaredError, "root_mean_squared_error", "RMSE", Direction.Minimize },
        { Metric.MeanSquaredError, "mean_squared_error", "MSE", Direction.Minimize },
        { Metric.MeanAbsoluteError, "mean_absolute_error", "MAE", Direction.Minimize },
        { Metric.RSquared, "r2", "R²", Direction.Maximize },
    };

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void Score_IsScikitLearnsAndUnsigned(RegressionMetric metric, string golden, string name, Direction direction)
    {
        var values = Golden.Read("metrics_regression.json");
        double[] truth = values.GetProperty("y_true").Numbers(), predictions = values.GetProperty("y_pred").Numbers();
        double expected = values.GetProperty("expected").GetProperty(golden).GetProperty("plain").GetDouble();
        Assert.Equal(expected, metric.Score(truth, predictions), 1e-13);
        Assert.Equal(expected, metric.Score(Targets.Of(truth), Targets.Of(predictions)), 1e-13);
        Assert.Equal((name, direction, name), (metric.Name, metric.Direction, metric.ToString()));
    }

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void WeightedScore_IsScikitLearns(RegressionMetric metric, string golden, string name, Direction direction)
    {
        var values = Golden.Read("metrics_regression.json");
        double[] truth = values.GetProperty("y_true").Numbers(), predictions = values.GetProperty("y_pred").Numbers(), weights = values.GetProperty("sample_weight").Numbers();
        double expected = values.GetProperty("expected").GetProperty(golden).GetProperty("weighted").GetDouble();
        Assert.Equal(expected, metric.Score(truth, predictions, weights), 1e-13);
        Assert.Equal(expected, metric.Score(Targets.Of(truth), new Predictions(predictions), weights), 1e-13);
        Assert.Equal((name, direction), (metric.Name, metric.Direction));
    }

    [Fact]
    public void Errors_AreNeverNegativeAndTheSameBothWays() => _pairs.Sample(pairs =>
    {
        var (truth, predictions) = Unzip(pairs);
        foreach (RegressionMetric metric in new RegressionMetric[] { Metric.RootMeanSquaredError, Metric.MeanSquaredError, Metric.MeanAbsoluteError })
        {
            Assert.True(metric.Score(truth, predictions) >= 0);
            Assert.Equal(metric.Score(truth, predictions), metric.Score(predictions, truth));
            Assert.Equal(0, metric.Score(truth, truth));
        }
    });

    [Fact]
    public void MeanAbsoluteError_IsAtMostTheRootMeanSquaredError() => _pairs.Sample(pairs =>
    {
        var (truth, predictions) = Unzip(pairs);
        Assert.True(Metric.MeanAbsoluteError.Score(truth, predictions) <= Metric.RootMeanSquaredError.Score(truth, predictions) * (1 + 1e-12));
    });

    [Fact]
    public void RSquared_IsAtMostOne() => _pairs.Sample(pairs =>
    {
        var (truth, predictions) = Unzip(pairs);
        Assert.True(Metric.RSquared.Score(truth, predictions) <= 1);
        Assert.Equal(1, Metric.RSquared.Score(truth, truth));
    });

    [Fact]
    public void RSquaredOfAConstantTruth_IsOneIfPerfectAndZeroElse()
    {
        Assert.Equal(1, Metric.RSquared.Score([2, 2], [2, 2]));
        Assert.Equal(0, Metric.RSquared.Score([2, 2], [2, 3]));
    }

    [Fact]
    public void UnsuitableRows_AreRefused()
    {
        Assert.StartsWith("RMSE compares row by row, but there are 2 targets and 1 predictions.", Refusal([1, 2], [1]), StringComparison.Ordinal);
        Assert.StartsWith("RMSE needs at least one row.", Refusal([], []), StringComparison.Ordinal);
        Assert.StartsWith("RMSE needs finite numbers, but the target in row 1 is NaN.", Refusal([1, double.NaN], [1, 2]), StringComparison.Ordinal);
        Assert.StartsWith("RMSE needs finite numbers, but the prediction in row 0 is ", Refusal([1, 2], [double.PositiveInfinity, 2]), StringComparison.Ordinal);
        Assert.StartsWith("The RMSE of these 1 rows is beyond the range of a double.", Refusal([1.7e308], [-1.7e308]), StringComparison.Ordinal);

        static string Refusal(double[] truth, double[] predictions) =>
            Assert.Throws<ArgumentException>(() => Metric.RootMeanSquaredError.Score(truth, predictions)).Message;
    }

    [Fact]
    public void RSquaredOfOneRow_IsRefused() =>
        Assert.StartsWith("R² needs at least 2 rows", Assert.Throws<ArgumentException>(() => Metric.RSquared.Score([1], [1])).Message, StringComparison.Ordinal);

    [Fact]
    public void MetricOfEveryRegression_ServesEachRegressorButNoClassifier()
    {
        IMetric<Ridge> metric = Metric.RootMeanSquaredError;
        Assert.Equal("RMSE", metric.Name);
        Assert.False((object)Metric.RootMeanSquaredError is IMetric<KNeighborsClassifier>);
        Assert.False((object)Metric.Accuracy is IMetric<Ridge>);
    }

    private static (double[] Truth, double[] Predictions) Unzip((double, double)[] pairs) =>
        ([.. pairs.Select(pair => pair.Item1)], [.. pairs.Select(pair => pair.Item2)]);
}
