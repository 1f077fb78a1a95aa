namespace TypedTune.Learning.Tests;

public sealed class MeanOfTests : NumberMetricContract
{
    protected override IMetric<IRegression> Metric => Learning.Metric.MeanOf("late costs double", Direction.Minimize, (y, predicted) => predicted > y ? predicted - y : 2 * (y - predicted));

    [Fact]
    public void FunctionThatGivesNoNumber_FailsWithItsRow() => Assert.StartsWith(
        "ratio is NaN in row 1, where 0 was predicted as 0.",
        Assert.Throws<ArgumentException>("predictions", () => Learning.Metric.MeanOf("ratio", Direction.Minimize, (y, predicted) => predicted / y).Score(Targets.Of([1, 0]), new Predictions([1.0, 0.0]))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void FunctionOfEverything_IsAMetricOfWhatItScores()
    {
        var metric = Learning.Metric.FromFunction<IProbabilisticClassification>("sure", Direction.Maximize, (_, predictions, _) => predictions.Probabilities.Column(0)[0]);
        var truth = Targets.Of(Categories.From(["a"]));

        Assert.True(metric.Needs.Probabilities);
        Assert.Equal(0.75, metric.Score(truth, new Predictions(truth) { Probabilities = FeatureMatrix.FromRows([[0.75, 0.25]], new FeatureNames("a", "b")) }));
        Assert.StartsWith("none is NaN for these 1 rows.", Assert.Throws<ArgumentException>(() => Learning.Metric.FromFunction<IClassification>("none", Direction.Maximize, (_, _, _) => double.NaN).Score(truth, truth)).Message, StringComparison.Ordinal);
    }
}
