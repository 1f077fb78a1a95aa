namespace TypedTune.Learning.Tests;

public sealed class KFoldTests : EvenFoldContract
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void ContiguousFolds_AreScikitLearns(int folds)
    {
        var golden = Golden.Read("splitters.json");
        var expected = golden.GetProperty("expected_test_indices").GetProperty($"k_fold_{folds}");
        var actual = new KFold(folds).Split(Rows(golden.GetProperty("rows").GetInt32()));
        Assert.Equal(expected.EnumerateArray().Select(fold => fold.Integers()), actual.Select(fold => fold.Validation));
    }

    protected override int FewestRows => 3;

    [Fact]
    public void Text_SaysFoldsAndShuffle()
    {
        Assert.Equal("3 folds", new KFold(3).ToString());
        Assert.Equal("5 folds, shuffled with seed 42", new KFold(5) { Shuffle = true, Seed = 42 }.ToString());
        Assert.Equal("2 rows to learn from, 1 to be scored on", new KFold(3).Split(Rows(3))[0].ToString());
    }

    protected override ISplitter Create(int folds, bool shuffle, int seed) => new KFold(folds) { Shuffle = shuffle, Seed = seed };

    protected override RowRoles Rows(int rows) => new(Targets.Of(new double[rows]));
}
