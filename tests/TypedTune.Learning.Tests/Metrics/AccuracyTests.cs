namespace TypedTune.Learning.Tests;

public sealed class AccuracyTests
{
    [Theory]
    [InlineData("metrics_binary.json")]
    [InlineData("metrics_multiclass.json")]
    public void Score_IsScikitLearns(string file)
    {
        var golden = Golden.Read(file);
        var truth = Labels(golden.GetProperty("y_true").Integers());
        var predictions = Labels(golden.GetProperty("y_pred").Integers());
        double expected = golden.GetProperty("expected").GetProperty("accuracy").GetDouble();
        Assert.Equal(expected, Metric.Accuracy.Score(truth, predictions), 1e-15);
        Assert.Equal(expected, Metric.Accuracy.Score(Targets.Of(truth), Targets.Of(predictions)), 1e-15);
    }

    [Fact]
    public void Labels_AreComparedByNameAndNotByCode()
    {
        var truth = new Categories(["a", "b"], [0, 1, 1, 0]);
        var predictions = new Categories(["c", "b", "a"], [2, 1, 0, 1]);
        Assert.Equal(0.5, Metric.Accuracy.Score(truth, predictions));
    }

    [Fact]
    public void Accuracy_IsMaximisedAndNamed()
    {
        Assert.Equal(Direction.Maximize, Metric.Accuracy.Direction);
        Assert.Equal("accuracy", Metric.Accuracy.Name);
    }

    [Fact]
    public void UnsuitableRows_AreRefused()
    {
        Assert.StartsWith("accuracy compares row by row, but there are 1 targets and 2 predictions.", Refusal(["a"], ["a", "b"]), StringComparison.Ordinal);
        Assert.StartsWith("accuracy needs at least one row.", Refusal([], []), StringComparison.Ordinal);
        Assert.StartsWith("accuracy needs a label a row, but the prediction in row 1 is missing.", Refusal(["a", "a"], ["a", null]), StringComparison.Ordinal);

        static string Refusal(string?[] truth, string?[] predictions) =>
            Assert.Throws<ArgumentException>(() => Metric.Accuracy.Score(Categories.From(truth), Categories.From(predictions))).Message;
    }

    private static Categories Labels(int[] labels) => Categories.From(labels.Select(label => $"class {label}"));
}
