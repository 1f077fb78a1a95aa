namespace TypedTune.Learning.Tests;

/// <summary>Scores of very large and very small numbers are the scores of the same in another unit, or an error where that is no number.</summary>
public sealed class ExtremeScoreTests
{
    private static readonly double[] Truth = [1, 2.5, -3, 4, 0.125];
    private static readonly double[] Predictions = [1.5, 2, -2, 4.25, 0.5];
    private static readonly double[] Weights = [1, 0.5, 2, 0, 3];

    public static TheoryData<RegressionMetric, int> InTheTargetsUnit => new() { { Metric.RootMeanSquaredError, 1 }, { Metric.MeanAbsoluteError, 1 }, { Metric.RSquared, 0 } };

    [Theory]
    [MemberData(nameof(InTheTargetsUnit))]
    public void NumbersTimesAPowerOfTwo_ScaleTheScore(RegressionMetric metric, int degree)
    {
        foreach (var weights in (double[]?[])[null, Weights])
        {
            double expected = metric.Score(Truth, Predictions, weights);
            foreach (int power in (int[])[-1000, -600, -500, 500, 600, 1020])
                Assert.Equal(Math.ScaleB(expected, degree * power), metric.Score(Scaled(Truth, power), Scaled(Predictions, power), weights));
        }
    }

    [Theory]
    [MemberData(nameof(InTheTargetsUnit))]
    public void WeightsTimesAPowerOfTwo_ChangeNoScore(RegressionMetric metric, int degree)
    {
        _ = degree;
        double expected = metric.Score(Truth, Predictions, Weights);

        foreach (int power in (int[])[-1060, -600, 50, 600, 1021])
            Assert.Equal(expected, metric.Score(Truth, Predictions, Scaled(Weights, power)));
    }

    [Fact]
    public void WeightsThatAddUpToInfinity_ScoreLabels() =>
        Assert.Equal(0.5, Metric.Accuracy.Score(Categories.From(["a", "b"]), Categories.From(["a", "a"]), [1.7e308, 1.7e308]));

    [Fact]
    public void OppositeNumbersNearTheLargest_HaveAnErrorInTheirRange()
    {
        Assert.Equal(8e307, Metric.RootMeanSquaredError.Score([8e307, -8e307], [0, 0]));
        Assert.Equal(1.6e308, Metric.MeanAbsoluteError.Score([8e307], [-8e307]), 1e293);
    }

    [Fact]
    public void ScoreBeyondTheRange_IsAnError()
    {
        Assert.Throws<ArgumentException>(() => Metric.MeanSquaredError.Score([1e200], [0]));
        Assert.Throws<ArgumentException>(() => Metric.RootMeanSquaredError.Score([1.7e308], [-1.7e308]));
        Assert.Throws<ArgumentException>(() => Metric.RSquared.Score([1e-200, 2e-200], [1, 1]));
    }

    private static double[] Scaled(double[] values, int power) => Array.ConvertAll(values, value => Math.ScaleB(value, power));
}
