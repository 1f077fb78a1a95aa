namespace TypedTune.Learning.Tests;

public sealed class BootstrapTests
{
    private static readonly Dataset s_noise = new(
        FeatureMatrix.FromRows([.. Enumerable.Range(0, 60).Select(row => new[] { Seed.Of(1).Derive(row).Stream().NextNormal() })]),
        Targets.Of(Categories.From(Enumerable.Range(0, 60).Select(row => Seed.Of(2).Derive(row).Stream().NextBelow(2) == 0 ? "a" : "b"))));

    private static readonly Dataset s_line = new(
        FeatureMatrix.FromRows([.. Enumerable.Range(0, 40).Select(row => new[] { row / 10.0 })]),
        [.. Enumerable.Range(0, 40).Select(row => row / 5.0 + (row % 5 - 2) * 0.1)]);

    [Fact]
    public void NearestNeighborOfNoise_IsSeenThroughWhereTheSimpleEstimateIsNot()
    {
        var result = new KNeighborsClassifier { Neighbors = 1 }.Bootstrap(s_noise, Metric.Accuracy, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(1, result.Apparent);
        Assert.InRange(result.Overfitting, 0.8, 1);
        Assert.InRange(result.Score, 0.35, 0.65);
    }

    [Fact]
    public void ModelThatOverfitsLittle_HasTheSimpleEstimate()
    {
        var result = new Ridge().Bootstrap(s_line, Metric.MeanSquaredError, new BootstrapOptions { Samples = 30 }, TestContext.Current.CancellationToken);

        Assert.InRange(result.Overfitting, 0, 0.1);
        double simple = 0.368 * result.Apparent + 0.632 * result.OutOfBag.Mean;
        Assert.Equal(simple, result.Score, 0.05 * simple);
        Assert.True(result.Apparent <= result.Score && result.Score <= result.OutOfBag.Mean);
    }

    [Fact]
    public void NoInformation_IsTheScoreOfEachPredictionBesideEachTarget()
    {
        var result = new Ridge().Bootstrap(s_line, Metric.MeanSquaredError, new BootstrapOptions { Samples = 1 }, TestContext.Current.CancellationToken);

        double[] predictions = new Ridge().Fit(s_line.Features, s_line.Targets.Numbers).Predict(s_line.Features);
        double expected = predictions.Average(prediction => s_line.Targets.Numbers.Average(target => (target - prediction) * (target - prediction)));
        Assert.Equal(expected, result.NoInformation, 1e-10);
    }

    [Fact]
    public void Threads_ChangeNoBit()
    {
        double[] scores = [.. new[] { 1, 3 }.Select(threads => new Ridge().Bootstrap(s_line, Metric.MeanSquaredError, new BootstrapOptions { Threads = threads }, TestContext.Current.CancellationToken).Score)];

        Assert.Equal(scores[0], scores[1]);
    }

    [Fact]
    public void Text_SaysWhatTheEstimateIsMadeOf() => Assert.Matches(
        @"^MSE [\d.]+ \(\.632\+ of 50 samples; [\d.]+ out of bag, [\d.]+ on training rows, [\d.]+ without information\)$",
        new Ridge().Bootstrap(s_line, Metric.MeanSquaredError, cancellationToken: TestContext.Current.CancellationToken).ToString());
}
