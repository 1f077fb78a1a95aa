using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

public sealed class LeavePOutTests : SplitterContract
{
    protected override int FewestRows => 3;

    [Fact]
    public void Folds_AreScikitLearns() => Assert.Equal(
        Golden.Read("splitters.json").GetProperty("expected_test_indices").GetProperty("leave_p_out_2_of_5").EnumerateArray().Select(fold => fold.Integers()),
        new LeavePOut(2).Split(Rows(5)).Select(fold => fold.Validation));

    [Fact]
    public void MoreThanAMillionSets_AreRefused() => Assert.StartsWith(
        "leave 3 rows out makes 1.66E+08 folds of 1000 rows, but at most 1000000 can be made. Hold back fewer at a time, or take a ShuffleSplit.",
        Assert.Throws<ArgumentException>("rows", () => new LeavePOut(3).Split(Rows(1000))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void NoRowAtATime_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>("rows", () => new LeavePOut(0));

    protected override ISplitter Create() => new LeavePOut(2);

    protected override RowRoles Rows(int rows) => new(Targets.Of(new double[rows]));

    protected override int? FoldsOf(int rows) => rows * (rows - 1) / 2;
}
