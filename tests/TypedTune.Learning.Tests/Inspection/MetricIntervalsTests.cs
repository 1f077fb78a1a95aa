using CsCheck;

namespace TypedTune.Learning.Tests;

public sealed class MetricIntervalsTests
{
    // The 97.5 % points of Student's t distribution with 1 and 2 degrees of freedom, from its closed forms.
    private static readonly double _t1 = Math.Tan(Math.PI * 0.475);
    private static readonly double _t2 = 0.95 * Math.Sqrt(2 / (1 - 0.95 * 0.95));

    [Fact]
    public void IntervalOfTheRmse_IsTheRootOfTheMeanSquaresStudentInterval()
    {
        // Squared errors 100, 121, 144: mean 121.667, standard deviation 22.0076.
        double mean = 365 / 3.0;
        double margin = _t2 * Math.Sqrt((Math.Pow(100 - mean, 2) + Math.Pow(121 - mean, 2) + Math.Pow(144 - mean, 2)) / 2 / 3);
        var interval = Metric.RootMeanSquaredError.Interval([10, 0, 12], [0, 11, 0]);
        Assert.Equal(Math.Sqrt(mean - margin), interval.Low, 1e-6);
        Assert.Equal(Math.Sqrt(mean + margin), interval.High, 1e-6);
        Assert.Equal(0.95, interval.Confidence);
    }

    [Fact]
    public void IntervalOfTheMae_IsTheMeansStudentInterval()
    {
        var interval = Metric.MeanAbsoluteError.Interval([100, 101], [0, 0]);
        Assert.Equal(100.5 - _t1 * 0.5, interval.Low, 1e-6);
        Assert.Equal(100.5 + _t1 * 0.5, interval.High, 1e-6);
    }

    [Fact]
    public void LowerEnd_IsCutOffAtZero() =>
        Assert.Equal(0, Metric.RootMeanSquaredError.Interval([0, 100], [0, 0]).Low);

    [Fact]
    public void Interval_HoldsTheScoreAndWidensWithTheConfidence() =>
        Gen.Double[-100, 100].Array[2, 40].Sample(truth =>
        {
            var predictions = new double[truth.Length];
            double score = Metric.RootMeanSquaredError.Score(truth, predictions);
            var narrow = Metric.RootMeanSquaredError.Interval(truth, predictions, 0.8);
            var wide = Metric.RootMeanSquaredError.Interval(truth, predictions, 0.99);
            Assert.InRange(score, narrow.Low - 1e-9, narrow.High + 1e-9);
            Assert.True(wide.Low <= narrow.Low && wide.High >= narrow.High);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void ConfidenceOutsideItsBounds_IsRefused(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Metric.MeanAbsoluteError.Interval([1, 2], [1, 1], confidence));

    [Fact]
    public void SingleRow_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => Metric.RootMeanSquaredError.Interval([1], [2]));
        Assert.StartsWith("An interval for the RMSE needs at least 2 rows, but there is 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_SaysEndsAndConfidence() =>
        Assert.Equal("39275.4 to 43467.3 (95 %)", new ConfidenceInterval(39275.41, 43467.27, 0.95).ToString());
}
