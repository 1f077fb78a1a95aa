using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

public sealed class BrierScoreTests : MetricContract<IProbabilisticClassification>
{
    private static readonly string[] s_labels = ["a", "b", "c"];

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
        var truth = Targets.Of(new Categories(s_labels, [1]));
        var predictions = new Predictions(truth) { Probabilities = FeatureMatrix.FromRows([[0.2, 0.5, 0.3]], new FeatureNames(s_labels)) };

        Assert.Equal(0.04 + 0.25 + 0.09, Metric.Score(truth, predictions), 1e-15);
    }

    protected override (Targets Truth, Predictions Predictions) Sample(int rows, int seed)
    {
        var random = Seed.Of(seed).Stream();
        var truth = new Categories(s_labels, [.. Enumerable.Range(0, rows).Select(_ => random.NextBelow(3))]);
        double[][] shares = [.. Enumerable.Range(0, rows).Select(_ => new[] { random.NextDouble(), random.NextDouble(), 0.1 })];
        return (Targets.Of(truth), new Predictions(truth) { Probabilities = FeatureMatrix.FromRows([.. shares.Select(row => Array.ConvertAll(row, share => share / row.Sum()))], new FeatureNames(s_labels)) });
    }

    protected override Predictions Perfect(Targets truth) => new(truth)
    {
        Probabilities = FeatureMatrix.FromRows([.. truth.Labels.Codes.ToArray().Select(code => Enumerable.Range(0, 3).Select(level => level == code ? 1.0 : 0).ToArray())], new FeatureNames(truth.Labels.Levels)),
    };
}
