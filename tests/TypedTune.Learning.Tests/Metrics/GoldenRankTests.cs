using System.Text.Json;
using CsCheck;

namespace TypedTune.Learning.Tests;

/// <summary>Metrics of ranks by the values of scikit-learn, and by their definitions.</summary>
public sealed class GoldenRankTests
{
    public static TheoryData<ProbabilityMetric, string, bool> Several => new()
    {
        { Metric.RocAuc(), "roc_auc_ovr_macro", false },
        { Metric.RocAuc(Average.Weighted), "roc_auc_ovr_weighted", false },
        { Metric.RocAucOfPairs(), "roc_auc_ovo_macro", false },
        { Metric.RocAucOfPairs(Average.Weighted), "roc_auc_ovo_weighted", false },
        { Metric.TopKAccuracy(2), "top_2_accuracy", false },
        { Metric.RocAuc(), "roc_auc_ovr_macro", true },
        { Metric.RocAuc(Average.Weighted), "roc_auc_ovr_weighted", true },
        { Metric.AveragePrecision(), "average_precision_ovr_macro", true },
        { Metric.AveragePrecision(Average.Weighted), "average_precision_ovr_weighted", true },
        { Metric.TopKAccuracy(2), "top_2_accuracy", true },
    };

    [Theory]
    [MemberData(nameof(Several))]
    public void ScoresOfFourLabels_AreScikitLearns(ProbabilityMetric metric, string name, bool isWeighted)
    {
        var golden = isWeighted ? Golden.Read("metrics_more.json").GetProperty("multiclass") : Golden.Read("metrics_multiclass.json");
        double[][] rows = golden.GetProperty("probabilities").Rows();
        string[] levels = [.. Enumerable.Range(0, rows[0].Length).Select(level => $"{level}")];
        var truth = Targets.Of(new Categories(levels, golden.GetProperty("y_true").Integers()));
        var predictions = new Predictions(truth) { Probabilities = FeatureMatrix.FromRows(rows, new FeatureNames(levels)) };

        Assert.Equal(golden.GetProperty("expected").GetProperty(name).GetDouble(), metric.Score(truth, predictions, isWeighted ? golden.GetProperty("sample_weight").Numbers() : null), 1e-12);
    }

    [Fact]
    public void ScoresOfTwoLabels_AreScikitLearns()
    {
        var plain = Golden.Read("metrics_binary.json");
        var weighted = Golden.Read("metrics_more.json").GetProperty("binary");
        double[] weights = weighted.GetProperty("sample_weight").Numbers(), plainWeights = plain.GetProperty("sample_weight").Numbers();

        Check(plain, "roc_auc", Metric.RocAuc(), null);
        Check(plain, "roc_auc_weighted", Metric.RocAuc("1"), plainWeights);
        Check(plain, "average_precision", Metric.AveragePrecision("1"), null);
        Check(weighted, "roc_auc", Metric.RocAuc("0"), weights);
        Check(weighted, "average_precision", Metric.AveragePrecision("1"), weights);
        Check(weighted, "roc_auc_max_fpr_0_2", Metric.PartialRocAuc("1", 0.2), null);

        static void Check(JsonElement golden, string name, ProbabilityMetric metric, double[]? weights) =>
            Assert.Equal(golden.GetProperty("expected").GetProperty(name).GetDouble(), GoldenLabelTests.ScoreOfTwo(metric, golden, weights), 1e-12);
    }

    [Fact]
    public void LikelihoodRatios_AreScikitLearns()
    {
        var golden = Golden.Read("metrics_more.json").GetProperty("binary");
        var truth = Labels(golden.GetProperty("y_true").Integers().Select(label => label == 1));
        var predicted = Labels(golden.GetProperty("y_score").Numbers().Select(score => score > 0.5));
        double[] expected = golden.GetProperty("expected").GetProperty("likelihood_ratios").Numbers();

        Assert.Equal(expected[0], Metric.PositiveLikelihoodRatio("yes").Score(truth, predicted), 1e-12);
        Assert.Equal(expected[1], Metric.NegativeLikelihoodRatio("yes").Score(truth, predicted), 1e-12);

        static Categories Labels(IEnumerable<bool> are) => Categories.From(are.Select(is_ => is_ ? "yes" : "no"));
    }

    [Fact]
    public void RocAuc_IsHowOftenARowOfTheLabelIsRankedHigher() => Gen.Select(Gen.Int[0, 1].Array[2, 40], Gen.Int[0, 12].Array[40], Gen.Int[0, 3].Array[40]).Sample((labels, scores, weights) =>
    {
        double above = 0, pairs = 0;
        for (int a = 0; a < labels.Length; a++)
        {
            for (int b = 0; b < labels.Length; b++)
            {
                if (labels[a] != 1 || labels[b] != 0)
                    continue;
                pairs += weights[a] * weights[b];
                above += weights[a] * weights[b] * (scores[a] > scores[b] ? 1 : scores[a] == scores[b] ? 0.5 : 0);
            }
        }

        if (pairs == 0)
            return;
        double[][] rows = [.. labels.Select((_, row) => (double[])[1 - scores[row] / 12.0, scores[row] / 12.0])];
        var truth = Targets.Of(new Categories(["no", "yes"], labels));
        var predictions = new Predictions(truth) { Probabilities = FeatureMatrix.FromRows(rows, new FeatureNames("no", "yes")) };
        double[] counts = [.. weights.Take(labels.Length).Select(weight => (double)weight)];

        Assert.Equal(above / pairs, Metric.RocAuc().Score(truth, predictions, counts), 1e-12);
        Assert.Equal(above / pairs, Metric.RocAuc("yes").Score(truth, predictions, counts), 1e-12);
        Assert.Equal(above / pairs, Metric.PartialRocAuc("yes", 1).Score(truth, predictions, counts), 1e-12);
    });

    [Fact]
    public void AllRowsOfOneLabel_AreRefused()
    {
        var truth = Targets.Of(new Categories(["a", "b"], [0, 0]));
        var predictions = new Predictions(truth) { Probabilities = FeatureMatrix.FromRows([[0.4, 0.6], [0.5, 0.5]], new FeatureNames("a", "b")) };

        Assert.StartsWith("ROC-AUC ranks rows of different labels, but all 2 rows have the label a. Score more rows, or take stratified folds.", Assert.Throws<ArgumentException>("truth", () => Metric.RocAuc().Score(truth, predictions)).Message, StringComparison.Ordinal);
        Assert.StartsWith("average precision of b cannot be scored, since no row has that label. There are rows of: a.", Assert.Throws<ArgumentException>("truth", () => Metric.AveragePrecision("b").Score(truth, predictions)).Message, StringComparison.Ordinal);
        Assert.StartsWith("ROC-AUC of a ranks rows of a label above others, but all 2 rows have one label.", Assert.Throws<ArgumentException>("truth", () => Metric.RocAuc("a").Score(truth, predictions)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("average", () => Metric.RocAucOfPairs(Average.Micro));
        Assert.Throws<ArgumentOutOfRangeException>("maxFalsePositiveRate", () => Metric.PartialRocAuc("a", 0));
    }
}
