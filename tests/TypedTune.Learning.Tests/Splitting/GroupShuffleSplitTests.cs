namespace TypedTune.Learning.Tests;

public sealed class GroupShuffleSplitTests : GroupSplitterContract
{
    protected override int FewestRows => 2;

    [Fact]
    public void ShareOfTheGroups_IsHeldBackEachTime()
    {
        var rows = Of([.. Enumerable.Range(0, 100).Select(row => row % 10)]);

        var folds = new GroupShuffleSplit(20, 0.25) { Seed = 3 }.Split(rows);

        Assert.All(folds, fold => Assert.Equal(30, fold.Validation.Length));
        Assert.True(folds.Select(fold => string.Join(',', fold.Validation)).Distinct().Count() > 10);
        Assert.Equal(Enumerable.Range(0, 100), folds.SelectMany(fold => fold.Validation).Distinct().Order());
    }

    protected override ISplitter Create() => new GroupShuffleSplit(4, 0.3) { Seed = 5 };
}
