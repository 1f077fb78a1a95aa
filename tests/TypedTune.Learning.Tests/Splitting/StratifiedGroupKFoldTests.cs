namespace TypedTune.Learning.Tests;

public sealed class StratifiedGroupKFoldTests : GroupSplitterContract
{
    protected override int FewestRows => 5;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Folds_AreScikitLearns(int folds)
    {
        var golden = Golden.Read("splitters_more.json");
        var labels = Categories.From(golden.GetProperty("labels").Integers().Select(label => $"{label}"));
        var rows = new RowRoles(Targets.Of(labels)) { Groups = Of(golden.GetProperty("groups").Integers()).Groups };

        var actual = new StratifiedGroupKFold(folds).Split(rows);

        Assert.Equal(golden.GetProperty("expected_test_indices").GetProperty($"stratified_group_k_fold_{folds}").EnumerateArray().Select(fold => fold.Integers()), actual.Select(fold => fold.Validation));
    }

    protected override ISplitter Create() => new StratifiedGroupKFold(3);
}
