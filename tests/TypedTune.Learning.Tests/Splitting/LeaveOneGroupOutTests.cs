namespace TypedTune.Learning.Tests;

public sealed class LeaveOneGroupOutTests : GroupSplitterContract
{
    protected override int FewestRows => 2;

    [Fact]
    public void Folds_AreScikitLearns()
    {
        var golden = Golden.Read("splitters.json");
        int[] groups = golden.GetProperty("groups").Integers();

        Assert.Equal(
            golden.GetProperty("expected_test_indices").GetProperty("leave_one_group_out").EnumerateArray().Select(fold => fold.Integers()),
            new LeaveOneGroupOut().Split(Of(groups)).Select(fold => fold.Validation));
    }

    [Fact]
    public void ASingleGroup_IsRefused() => Assert.StartsWith(
        "leave one group out needs more than 1 group, so that some are left to learn from, but there is 1.",
        Assert.Throws<ArgumentException>(() => new LeaveOneGroupOut().Split(Of([3, 3, 3]))).Message,
        StringComparison.Ordinal);

    protected override ISplitter Create() => new LeaveOneGroupOut();

    protected override int? FoldsOf(int rows) => Rows(rows).Groups!.Codes.ToArray().Distinct().Count();
}
