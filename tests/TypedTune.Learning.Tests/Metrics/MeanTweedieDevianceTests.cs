namespace TypedTune.Learning.Tests;

public sealed class MeanTweedieDevianceTests : PositiveMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.MeanTweedieDeviance(1.5);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(1.5, "1.5")]
    [InlineData(2, "2")]
    public void Deviances_AreScikitLearns(double power, string name)
    {
        var golden = Golden.Read("metrics_more.json").GetProperty("regression");

        double score = Learning.Metric.MeanTweedieDeviance(power).Score(golden.GetProperty("y_true").Numbers(), golden.GetProperty("y_pred").Numbers(), golden.GetProperty("sample_weight").Numbers());

        Assert.Equal(golden.GetProperty("expected").GetProperty($"mean_tweedie_deviance_{name}").GetDouble(), score, 1e-10);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void PowerWithoutADistribution_IsRefused(double power) => Assert.Throws<ArgumentOutOfRangeException>("power", () => Learning.Metric.MeanTweedieDeviance(power));

    [Theory]
    [InlineData(1, 1, 0, "Poisson deviance needs numbers above 0, but the prediction in row 1 is 0.")]
    [InlineData(1, -1, 1, "Poisson deviance needs numbers of at least 0, but the target in row 1 is -1.")]
    [InlineData(2, 0, 1, "gamma deviance needs numbers above 0, but the target in row 1 is 0.")]
    [InlineData(-1, 1, -2, "Tweedie deviance of power -1 needs numbers above 0, but the prediction in row 1 is -2.")]
    public void NumberOutsideOfTheDistribution_IsRefused(double power, double truth, double prediction, string message) => Assert.StartsWith(
        message,
        Assert.Throws<ArgumentException>(() => Learning.Metric.MeanTweedieDeviance(power).Score([1, truth], [1, prediction])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void TargetOfZero_IsLegalBelowTheGamma()
    {
        Assert.Equal(2, Learning.Metric.MeanPoissonDeviance.Score([0], [1]), 1e-15);
        Assert.Equal(4, Learning.Metric.MeanTweedieDeviance(1.5).Score([0], [1]), 1e-15);
    }
}
