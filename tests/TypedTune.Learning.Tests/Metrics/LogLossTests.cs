using System.Text.Json;

namespace TypedTune.Learning.Tests;

public sealed class LogLossTests : ProbabilityMetricContract
{
    protected override IMetric<IProbabilisticClassification> Metric => Learning.Metric.LogLoss;

    [Fact]
    public void Score_IsScikitLearns()
    {
        var plain = Golden.Read("metrics_multiclass.json");
        var weighted = Golden.Read("metrics_more.json").GetProperty("multiclass");

        Assert.Equal(plain.GetProperty("expected").GetProperty("log_loss").GetDouble(), Score(plain, null), 1e-13);
        Assert.Equal(weighted.GetProperty("expected").GetProperty("log_loss").GetDouble(), Score(weighted, weighted.GetProperty("sample_weight").Numbers()), 1e-13);

        double Score(JsonElement golden, double[]? weights)
        {
            double[][] rows = golden.GetProperty("probabilities").Rows();
            string[] levels = [.. Enumerable.Range(0, rows[0].Length).Select(level => $"{level}")];
            var truth = Targets.Of(new Categories(levels, golden.GetProperty("y_true").Integers()));
            return Metric.Score(truth, new Predictions(truth) { Probabilities = FeatureMatrix.FromRows(rows, new FeatureNames(levels)) }, weights);
        }
    }

    [Fact]
    public void ColumnsAndLabels_AreMatchedByName()
    {
        var truth = Targets.Of(new Categories(["b", "a"], [0, 1]));
        var probabilities = FeatureMatrix.FromRows([[0.25, 0.75], [0.5, 0.5]], new FeatureNames("a", "b"));

        Assert.Equal(-(Math.Log(0.75) + Math.Log(0.5)) / 2, Metric.Score(truth, new Predictions(truth) { Probabilities = probabilities }), 1e-15);
    }

    [Fact]
    public void LabelThatTheModelHasNeverSeen_HasProbabilityZero()
    {
        var truth = Targets.Of(Categories.From(["a", "c"]));
        var probabilities = FeatureMatrix.FromRows([[1.0, 0], [1, 0]], new FeatureNames("a", "b"));

        Assert.Equal(-Math.Log(Math.BitIncrement(1.0) - 1) / 2, Metric.Score(truth, new Predictions(truth) { Probabilities = probabilities }), 1e-12);
    }

    [Fact]
    public void MissingLabel_IsRefusedByRow()
    {
        var predictions = new Predictions(Categories.From(["a", "a"])) { Probabilities = FeatureMatrix.FromRows([[1.0], [1.0]], new FeatureNames("a")) };

        Assert.StartsWith("log loss needs a label a row, but the target in row 1 is missing.", Assert.Throws<ArgumentException>(() => Metric.Score(Targets.Of(Categories.From(["a", null])), predictions)).Message, StringComparison.Ordinal);
    }
}
