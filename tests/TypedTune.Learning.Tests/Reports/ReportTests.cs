using System.Text.Json;
using CsCheck;

namespace TypedTune.Learning.Tests.Reports;

/// <summary>Reports on predictions, by the values of scikit-learn and by the metrics that they are made of.</summary>
public sealed class ReportTests
{
    private static readonly Categories s_truth = Categories.From(["a", "a", "a", "b", "b", "c"]);
    private static readonly Categories s_predicted = Categories.From(["a", "a", "b", "b", "a", "b"]);

    [Fact]
    public void ConfusionMatrix_IsScikitLearns()
    {
        var plain = Golden.Read("metrics_binary.json");
        var weighted = Golden.Read("metrics_more.json").GetProperty("multiclass");

        AssertCells(plain.GetProperty("expected").GetProperty("confusion").Rows(), ConfusionMatrix.From(Labels(plain, "y_true"), Labels(plain, "y_pred")));
        AssertCells(weighted.GetProperty("expected").GetProperty("confusion").Rows(), ConfusionMatrix.From(Labels(weighted, "y_true"), Labels(weighted, "y_pred"), weighted.GetProperty("sample_weight").Numbers()));

        static void AssertCells(double[][] expected, ConfusionMatrix actual)
        {
            for (int t = 0; t < expected.Length; t++)
            {
                for (int p = 0; p < expected.Length; p++)
                    Assert.Equal(expected[t][p], actual[$"{t}", $"{p}"], 1e-10);
            }
        }
    }

    [Fact]
    public void ConfusionMatrix_PrintsAsATableWithTheLabelsThatOccur()
    {
        var matrix = ConfusionMatrix.From(new Categories(["a", "never", "b", "c"], [0, 0, 0, 2, 2, 3]), s_predicted);

        Assert.Equal(["a", "b", "c"], matrix.Labels);
        Assert.Equal("truth  a  b  c\na      2  1  0\nb      1  1  0\nc      0  1  0\n", matrix.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void NormalisedMatrix_AddsUpToOne()
    {
        var matrix = ConfusionMatrix.From(s_truth, s_predicted);
        var (ofTruth, ofPrediction, ofAll) = (matrix.Normalize(ConfusionShare.Truth), matrix.Normalize(ConfusionShare.Prediction), matrix.Normalize(ConfusionShare.All));

        Assert.Equal(2.0 / 3, ofTruth["a", "a"], 1e-15);
        Assert.Equal(1.0 / 3, ofPrediction["c", "b"], 1e-15);
        Assert.Equal(0, ofPrediction["a", "c"]);
        Assert.Equal(1.0 / 6, ofAll["b", "a"], 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>("of", () => matrix.Normalize((ConfusionShare)9));
        Assert.StartsWith("There are no rows of the label d, but of: a, b, c.", Assert.Throws<ArgumentException>("label", () => matrix["d", "a"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ClassificationReport_HasTheMetricsOfEachLabelAndTheirAverages() => Gen.Select(Gen.Int[0, 3].Array[4, 40], Gen.Int[0, 3].Array[40], Gen.Int[0, 3].Array[40]).Sample((codes, predicted, counts) =>
    {
        string[] levels = ["a", "b", "c", "d"];
        var (truth, predictions) = (new Categories(levels, codes), new Categories(levels, predicted[..codes.Length]));
        double[] weights = [.. counts.Take(codes.Length).Select(count => (double)count)];
        if (weights.Sum() == 0)
            return;

        var report = ClassificationReport.From(truth, predictions, weights);

        Assert.Equal(Metric.Accuracy.Score(truth, predictions, weights), report.Accuracy, 1e-12);
        Assert.Equal(Metric.F1(Average.Weighted).Score(truth, predictions, weights), report.Weighted.F1, 1e-12);
        foreach (var label in report.Labels)
        {
            Assert.Equal(Metric.Precision(label.Name).Score(truth, predictions, weights), label.Precision, 1e-12);
            Assert.Equal(Metric.Recall(label.Name).Score(truth, predictions, weights), label.Recall, 1e-12);
            Assert.Equal(Metric.F1(label.Name).Score(truth, predictions, weights), label.F1, 1e-12);
        }
    });

    [Fact]
    public void ClassificationReport_PrintsAsATable() => Assert.Equal(
        """
        label             precision  recall     F1  rows
        a                     0.667   0.667  0.667     3
        b                     0.333   0.500  0.400     2
        c                     0.000   0.000  0.000     1
        accuracy                             0.500     6
        macro average         0.333   0.389  0.356     6
        weighted average      0.444   0.500  0.467     6

        """,
        ClassificationReport.From(s_truth, s_predicted).ToString(),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void ReportOfProbabilities_IsThatOfTheMostProbableLabels()
    {
        var probabilities = FeatureMatrix.FromRows([[0.6, 0.4], [0.5, 0.5], [0.1, 0.9]], new FeatureNames("a", "b"));

        Assert.Equal(1, ClassificationReport.From(Categories.From(["a", "a", "b"]), probabilities).Accuracy);
    }

    [Fact]
    public void RocCurve_IsScikitLearns()
    {
        var golden = Golden.Read("metrics_binary.json");
        var expected = golden.GetProperty("expected").GetProperty("roc_curve");

        var curve = RocCurve.From(Labels(golden, "y_true"), Probabilities(golden), "1");

        Matrices.AssertClose(expected.GetProperty("fpr").Numbers(), [.. curve.Points.Select(point => point.FalsePositiveRate)]);
        Matrices.AssertClose(expected.GetProperty("tpr").Numbers(), [.. curve.Points.Select(point => point.TruePositiveRate)]);
        Assert.Equal(golden.GetProperty("expected").GetProperty("roc_auc").GetDouble(), curve.Area, 1e-12);
        Assert.StartsWith("ROC of 1, area 0.8894\nthreshold  false positive rate  true positive rate", curve.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void PrecisionRecallCurve_IsScikitLearns()
    {
        var golden = Golden.Read("metrics_binary.json");
        var expected = golden.GetProperty("expected").GetProperty("precision_recall_curve");

        var curve = PrecisionRecallCurve.From(Labels(golden, "y_true"), Probabilities(golden), "1");

        Matrices.AssertClose([.. expected.GetProperty("precision").Numbers().Reverse()], [.. curve.Points.Select(point => point.Precision)]);
        Matrices.AssertClose([.. expected.GetProperty("recall").Numbers().Reverse()], [.. curve.Points.Select(point => point.Recall)]);
        Assert.Equal(golden.GetProperty("expected").GetProperty("average_precision").GetDouble(), curve.AveragePrecision, 1e-12);
        Assert.Equal(0.5, curve.Share);
    }

    [Theory]
    [InlineData(BinStrategy.Uniform, "calibration_uniform_5")]
    [InlineData(BinStrategy.Quantile, "calibration_quantile_5")]
    public void CalibrationCurve_IsScikitLearns(BinStrategy strategy, string name)
    {
        var golden = Golden.Read("metrics_more.json").GetProperty("binary");
        var expected = golden.GetProperty("expected").GetProperty(name);

        var curve = CalibrationCurve.From(Labels(golden, "y_true"), Probabilities(golden), "1", new CalibrationBins { Count = 5, Strategy = strategy });

        Matrices.AssertClose(expected.GetProperty("fraction_of_positives").Numbers(), [.. curve.Points.Select(point => point.Share)]);
        Matrices.AssertClose(expected.GetProperty("mean_predicted").Numbers(), [.. curve.Points.Select(point => point.MeanPrediction)]);
        Assert.Equal(80, curve.Points.Sum(point => point.Rows));
        Assert.Equal(curve.Points.Max(point => Math.Abs(point.Share - point.MeanPrediction)), curve.MaxError);
    }

    [Fact]
    public void GainCurve_CountsWhatIsFoundFirst()
    {
        var truth = Categories.From(["yes", "no", "yes", "no", "no"]);
        var probabilities = FeatureMatrix.FromRows([[0.1, 0.9], [0.2, 0.8], [0.3, 0.7], [0.3, 0.7], [0.9, 0.1]], new FeatureNames("no", "yes"));

        var curve = GainCurve.From(truth, probabilities, "yes");

        Assert.Equal([new GainPoint(0, 0, 2.5), new GainPoint(0.2, 0.5, 2.5), new GainPoint(0.4, 0.5, 1.25), new GainPoint(0.8, 1, 1.25), new GainPoint(1, 1, 1)], curve.Points);
        Assert.Equal(0.75, curve.GainAt(0.6), 1e-12);
        Assert.Equal(0.25, curve.GainAt(0.1), 1e-12);
        Assert.Equal(1, curve.GainAt(1));
        Assert.Equal(10, curve.ToTable().Rows.Count);
    }

    [Fact]
    public void ResidualReport_SaysWhereAModelIsOff()
    {
        double[] truth = [.. Enumerable.Range(0, 40).Select(row => row * 1.0)], predictions = [.. Enumerable.Range(0, 40).Select(row => row < 20 ? row + 1.0 : row - 2)];

        var report = ResidualReport.From(truth, predictions);

        Assert.Equal(0.5, report.Mean, 1e-12);
        Assert.Equal([-1, -1, 0.5, 2, 2], report.Quartiles);
        Assert.Equal(Metric.RootMeanSquaredError.Score(truth, predictions), report.RootMeanSquaredError);
        Assert.Equal("-1", report.ToTable().Rows[0][2]);
        Assert.Equal("2", report.ToTable().Rows[^1][2]);
        Assert.Equal(1, ResidualReport.From([1.0, 5], [1.0, 4], [0, 2]).Mean);
        Assert.StartsWith("40 residuals, mean 0.5, standard deviation 1.5, from -1 to 2, median 0.5", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCannotBeReported_IsRefused()
    {
        var golden = Golden.Read("metrics_binary.json");
        var (truth, probabilities) = (Labels(golden, "y_true"), Probabilities(golden));

        Assert.StartsWith("There are no probabilities of the label yes, but of: 0, 1.", Refusal(() => RocCurve.From(truth, probabilities, "yes")), StringComparison.Ordinal);
        Assert.StartsWith("A gain curve compares rows of the label 1 with others, but no row has the label.", Refusal(() => GainCurve.From(Categories.From(Enumerable.Repeat("0", 60)), probabilities, "1")), StringComparison.Ordinal);
        Assert.StartsWith("A probability must be from 0 to 1, but that of b is NaN in row 1.", Refusal(() => RocCurve.From(Categories.From(["a", "b"]), FeatureMatrix.FromRows([[0.0], [double.NaN]], new FeatureNames("b")), "b")), StringComparison.Ordinal);
        Assert.StartsWith("A confusion matrix compares row by row, but there are 6 targets and 3 predictions.", Refusal(() => ConfusionMatrix.From(s_truth, Categories.From(["a", "b", "c"]))), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("Count", () => new CalibrationBins { Count = 0 });

        static string Refusal(Action report) => Assert.Throws<ArgumentException>(report).Message;
    }

    private static Categories Labels(JsonElement golden, string name) => Categories.From(golden.GetProperty(name).Integers().Select(label => $"{label}"));

    private static FeatureMatrix Probabilities(JsonElement golden) =>
        FeatureMatrix.FromRows([.. golden.GetProperty("y_score").Numbers().Select(share => (double[])[1 - share, share])], new FeatureNames("0", "1"));
}
