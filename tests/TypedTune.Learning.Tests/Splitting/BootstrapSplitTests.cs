using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

public sealed class BootstrapSplitTests : SplitterContract
{
    protected override int FewestRows => 2;

    protected override bool RepeatsRows => true;

    [Fact]
    public void EachFold_LearnsFromAsManyDrawsAsRowsAndHoldsTheOthersBack() => Sample((_, rows, folds) => Assert.All(folds, fold =>
    {
        Assert.Equal(rows.RowCount, fold.Train.Length);
        Assert.Equal(Enumerable.Range(0, rows.RowCount).Except(fold.Train), fold.Validation);
    }));

    [Fact]
    public void OfManyRows_AboutAThirdIsHeldBack() => Assert.All(new BootstrapSplit(5).Split(Rows(10_000)), fold => Assert.InRange(fold.Validation.Length, 3500, 3860));

    protected override ISplitter Create() => new BootstrapSplit(4) { Seed = 3 };

    protected override RowRoles Rows(int rows) => new(Targets.Of(new double[rows]));
}
