using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

public sealed class ShuffleSplitTests : SplitterContract
{
    protected override int FewestRows => 2;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ShareOfTheRows_IsHeldBackEachTime(bool stratify)
    {
        var rows = Rows(50);
        var folds = new ShuffleSplit(30, 0.21) { Stratify = stratify, Seed = 4 }.Split(rows);

        Assert.All(folds, fold => Assert.Equal(11, fold.Validation.Length));
        Assert.Equal(30, folds.Select(fold => string.Join(',', fold.Validation)).Distinct().Count());
        if (stratify)
            Assert.All(folds, fold => Assert.InRange(fold.Validation.Count(row => rows.Targets.Labels[row] == "a"), 5, 6));
    }

    [Fact]
    public void IllegalShares_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("fraction", () => new ShuffleSplit(3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShuffleSplit(0, 0.5));
    }

    protected override ISplitter Create() => new ShuffleSplit(4, 0.3) { Seed = 5 };

    protected override RowRoles Rows(int rows) => new(Targets.Of(Categories.From(Enumerable.Range(0, rows).Select(row => row % 2 == 0 ? "a" : "b"))));
}
