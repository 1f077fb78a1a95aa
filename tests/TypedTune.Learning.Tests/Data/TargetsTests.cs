namespace TypedTune.Learning.Tests.Data;

public sealed class TargetsTests
{
    [Fact]
    public void Numbers_AreNoLabels()
    {
        var targets = Targets.Of([1.0, 2.0], "price");

        Assert.False(targets.AreLabels);
        Assert.Equal(2, targets.RowCount);
        Assert.Equal([2.0, 1.0, 2.0], targets.TakeRows([1, 0, 1]).Numbers);
        Assert.Equal("price", targets.TakeRows([1]).Name);
        Assert.Equal(
            "price holds numbers, but a label a row is needed. Declare the [Target] as a string or an enum, or use a regressor.",
            Assert.Throws<InvalidOperationException>(() => targets.Labels).Message);
    }

    [Fact]
    public void Labels_AreNoNumbers()
    {
        var targets = Targets.Of(Categories.From(["a", "b"]), "kind");

        Assert.True(targets.AreLabels);
        Assert.Equal("b", targets.TakeRows([1]).Labels[0]);
        Assert.Equal(
            "kind holds labels, but a number a row is needed. Declare the [Target] as a number, or use a classifier.",
            Assert.Throws<InvalidOperationException>(() => targets.Numbers).Message);
    }

    [Fact]
    public void IncompleteTargets_AreRefusedByRow()
    {
        Targets.Of([1.0]).RequireComplete();
        Targets.Of(Categories.From(["a"])).RequireComplete();

        Assert.StartsWith("price is NaN in row 1; every row that is learned from or scored needs a target.", Refuse(Targets.Of([1, double.NaN], "price")), StringComparison.Ordinal);
        Assert.StartsWith("price is Infinity in row 0;", Refuse(Targets.Of([double.PositiveInfinity], "price")), StringComparison.Ordinal);
        Assert.StartsWith("kind is missing in row 0;", Refuse(Targets.Of(Categories.From([null]), "kind")), StringComparison.Ordinal);

        static string Refuse(Targets targets) => Assert.Throws<ArgumentException>(targets.RequireComplete).Message;
    }

    [Fact]
    public void TakenRowOutsideTheTargets_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => Targets.Of([1.0]).TakeRows([-1]));

    [Fact]
    public void Dataset_TakesRowsOfBoth()
    {
        var dataset = new Dataset(FeatureMatrix.FromRows([[1], [2], [3]]), [10, 20, 30]).TakeRows([2, 0]);

        Assert.Equal(2, dataset.RowCount);
        Assert.Equal([3, 1], dataset.Features.AsColumnMajor().ToArray());
        Assert.Equal([30.0, 10.0], dataset.Targets.Numbers);
    }

    [Fact]
    public void DatasetOfUnequalRows_IsRefused() => Assert.StartsWith(
        "The features have 1 rows, but the targets 2.",
        Assert.Throws<ArgumentException>("targets", () => new Dataset(FeatureMatrix.FromRows([[1]]), [1.0, 2.0])).Message,
        StringComparison.Ordinal);
}
