using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

public sealed class AccuracyTests : MetricContract<IClassification>
{
    protected override IMetric<IClassification> Metric => Learning.Metric.Accuracy;

    [Theory]
    [InlineData("metrics_binary.json")]
    [InlineData("metrics_multiclass.json")]
    public void Score_IsScikitLearns(string file)
    {
        var golden = Golden.Read(file);
        var truth = Labels(golden.GetProperty("y_true").Integers());
        var predictions = Labels(golden.GetProperty("y_pred").Integers());
        double expected = golden.GetProperty("expected").GetProperty("accuracy").GetDouble();
        Assert.Equal(expected, Learning.Metric.Accuracy.Score(truth, predictions), 1e-15);
        Assert.Equal(expected, Learning.Metric.Accuracy.Score(Targets.Of(truth), Targets.Of(predictions)), 1e-15);
    }

    [Fact]
    public void WeightedScore_IsScikitLearns()
    {
        var golden = Golden.Read("metrics_more.json").GetProperty("multiclass");
        var (truth, predictions) = (Labels(golden.GetProperty("y_true").Integers()), Labels(golden.GetProperty("y_pred").Integers()));

        Assert.Equal(golden.GetProperty("expected").GetProperty("accuracy").GetDouble(), Learning.Metric.Accuracy.Score(truth, predictions, golden.GetProperty("sample_weight").Numbers()), 1e-15);
    }

    [Fact]
    public void Labels_AreComparedByNameAndNotByCode()
    {
        var truth = new Categories(["a", "b"], [0, 1, 1, 0]);
        var predictions = new Categories(["c", "b", "a"], [2, 1, 0, 1]);
        Assert.Equal(0.5, Learning.Metric.Accuracy.Score(truth, predictions));
    }

    [Fact]
    public void Accuracy_IsMaximisedAndNamed()
    {
        Assert.Equal(Direction.Maximize, Learning.Metric.Accuracy.Direction);
        Assert.Equal("accuracy", Learning.Metric.Accuracy.Name);
    }

    [Fact]
    public void UnsuitableRows_AreRefused()
    {
        Assert.StartsWith("accuracy compares row by row, but there are 1 targets and 2 predictions.", Refusal(["a"], ["a", "b"]), StringComparison.Ordinal);
        Assert.StartsWith("accuracy needs at least one row.", Refusal([], []), StringComparison.Ordinal);
        Assert.StartsWith("accuracy needs a label a row, but the prediction in row 1 is missing.", Refusal(["a", "a"], ["a", null]), StringComparison.Ordinal);

        static string Refusal(string?[] truth, string?[] predictions) =>
            Assert.Throws<ArgumentException>(() => Learning.Metric.Accuracy.Score(Categories.From(truth), Categories.From(predictions))).Message;
    }

    protected override (Targets Truth, Predictions Predictions) Sample(int rows, int seed)
    {
        var random = Seed.Of(seed).Stream();
        int[] truth = [.. Enumerable.Range(0, rows).Select(_ => random.NextBelow(3))];
        return (Targets.Of(Labels(truth)), new Predictions(Labels([.. truth.Select(label => (label + random.NextBelow(2)) % 4)])));
    }

    protected override Predictions Perfect(Targets truth) => new(truth);

    private static Categories Labels(int[] labels) => Categories.From(labels.Select(label => $"class {label}"));
}
