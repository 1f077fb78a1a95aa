namespace TypedTune.Learning.Tests;

public sealed class BrierScoreTests : ProbabilityMetricContract
{
    protected override IMetric<IProbabilisticClassification> Metric => Learning.Metric.BrierScore;

    [Fact]
    public void ScoreOfTwoLabels_IsScikitLearns()
    {
        var plain = Golden.Read("metrics_binary.json");
        var weighted = Golden.Read("metrics_more.json").GetProperty("binary");

        Assert.Equal(plain.GetProperty("expected").GetProperty("brier_score").GetDouble(), GoldenLabelTests.ScoreOfTwo(Learning.Metric.BrierScore, plain, null), 1e-12);
        Assert.Equal(weighted.GetProperty("expected").GetProperty("brier_score").GetDouble(), GoldenLabelTests.ScoreOfTwo(Learning.Metric.BrierScore, weighted, weighted.GetProperty("sample_weight").Numbers()), 1e-12);
    }

    [Fact]
    public void ScoreOfThreeLabels_IsTheSquaredDistance()
    {
        var truth = Targets.Of(new Categories(Labels, [1]));
        var predictions = new Predictions(truth) { Probabilities = FeatureMatrix.FromRows([[0.2, 0.5, 0.3]], new FeatureNames(Labels)) };

        Assert.Equal(0.04 + 0.25 + 0.09, Metric.Score(truth, predictions), 1e-15);
    }
}
