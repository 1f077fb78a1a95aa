using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

public sealed class RepeatedKFoldTests : SplitterContract
{
    protected override int FewestRows => 3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EachRepeat_HoldsEveryRowBackOnceInAnotherOrder(bool stratify)
    {
        var folds = new RepeatedKFold(3, 4) { Stratify = stratify, Seed = 2 }.Split(Rows(40));

        var repeats = folds.Chunk(3).ToArray();
        Assert.Equal(4, repeats.Length);
        Assert.All(repeats, repeat => Assert.Equal(Enumerable.Range(0, 40), repeat.SelectMany(fold => fold.Validation).Order()));
        Assert.Equal(4, repeats.Select(repeat => string.Join(',', repeat[0].Validation)).Distinct().Count());
    }

    [Fact]
    public void StratifiedRepeats_HoldLabelsInProportion()
    {
        var rows = Rows(60);
        var folds = new RepeatedKFold(3, 5) { Stratify = true }.Split(rows);

        Assert.All(folds, fold => Assert.InRange(fold.Validation.Count(row => rows.Targets.Labels[row] == "a"), 9, 11));
    }

    [Fact]
    public void FewerThanOneRepeat_IsRefused() => Assert.StartsWith(
        "The number of repeats must be at least 1 and at most 715827882, but is 0.",
        Assert.Throws<ArgumentOutOfRangeException>(() => new RepeatedKFold(3, 0)).Message,
        StringComparison.Ordinal);

    protected override ISplitter Create() => new RepeatedKFold(3, 2) { Seed = 7 };

    protected override RowRoles Rows(int rows) => new(Targets.Of(Categories.From(Enumerable.Range(0, rows).Select(row => row % 2 == 0 ? "a" : "b"))));
}
