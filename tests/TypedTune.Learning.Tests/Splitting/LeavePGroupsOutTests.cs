namespace TypedTune.Learning.Tests;

public sealed class LeavePGroupsOutTests : GroupSplitterContract
{
    protected override int FewestRows => 3;

    [Fact]
    public void Folds_AreScikitLearns()
    {
        var golden = Golden.Read("splitters_more.json").GetProperty("expected_test_indices");

        Assert.Equal(
            golden.GetProperty("leave_2_groups_out").EnumerateArray().Select(fold => fold.Integers()),
            new LeavePGroupsOut(2).Split(Of(golden.GetProperty("leave_2_groups_out_groups").Integers())).Select(fold => fold.Validation));
    }

    protected override ISplitter Create() => new LeavePGroupsOut(2);

    protected override int? FoldsOf(int rows)
    {
        int groups = Rows(rows).Groups!.Codes.ToArray().Distinct().Count();
        return groups * (groups - 1) / 2;
    }
}
