namespace TypedTune.Learning.Tests;

public sealed class GroupKFoldTests : GroupSplitterContract
{
    protected override int FewestRows => 3;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Folds_AreScikitLearns(int folds)
    {
        var golden = Golden.Read("splitters.json");

        var actual = new GroupKFold(folds).Split(Of(golden.GetProperty("groups").Integers()));

        Assert.Equal(golden.GetProperty("expected_test_indices").GetProperty($"group_k_fold_{folds}").EnumerateArray().Select(fold => fold.Integers()), actual.Select(fold => fold.Validation));
    }

    [Fact]
    public void FewerGroupsThanFolds_AreRefused() => Assert.StartsWith(
        "4 group folds need at least 4 groups, but there are 2.",
        Assert.Throws<ArgumentException>("rows", () => new GroupKFold(4).Split(Of([0, 1, 0, 1, 1]))).Message,
        StringComparison.Ordinal);

    protected override ISplitter Create() => new GroupKFold(3);
}
