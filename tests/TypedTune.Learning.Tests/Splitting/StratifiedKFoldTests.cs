using CsCheck;

namespace TypedTune.Learning.Tests;

public sealed class StratifiedKFoldTests : EvenFoldContract
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Folds_AreScikitLearns(int folds)
    {
        var golden = Golden.Read("splitters.json");
        var expected = golden.GetProperty("expected_test_indices").GetProperty($"stratified_k_fold_{folds}");
        var labels = Categories.From(golden.GetProperty("labels").Integers().Select(label => $"{label}"));
        var actual = new StratifiedKFold(folds).Split(new RowRoles(Targets.Of(labels)));
        Assert.Equal(expected.EnumerateArray().Select(fold => fold.Integers()), actual.Select(fold => fold.Validation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EachLabelsCounts_DifferByOneAtMostBetweenFolds(bool shuffle) =>
        Gen.Select(Gen.Int[2, 4], Gen.Int[0, 3].Array[16, 60]).Sample((folds, codes) =>
        {
            var labels = new Categories(["a", "b", "c", "d"], codes);
            var split = new StratifiedKFold(folds) { Shuffle = shuffle }.Split(new RowRoles(Targets.Of(labels)));
            foreach (string level in labels.Levels)
            {
                int[] counts = [.. split.Select(fold => fold.Validation.Count(row => labels[row] == level))];
                Assert.InRange(counts.Max() - counts.Min(), 0, 1);
            }
        });

    [Fact]
    public void Numbers_AreRefusedWithAWayOut()
    {
        var error = Assert.Throws<ArgumentException>(() => new StratifiedKFold(3).Split(new RowRoles(Targets.Of([1, 2, 3], "MedianHouseValue"))));
        Assert.StartsWith("Stratification needs labels, but MedianHouseValue holds numbers. Set TargetBins to divide them into bins", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LabelsThatAreAllRarerThanTheFolds_AreRefused()
    {
        var labels = Categories.From(["a", "b", "a", "b"]);
        var error = Assert.Throws<ArgumentException>(() => new StratifiedKFold(3).Split(new RowRoles(Targets.Of(labels))));
        Assert.StartsWith("3 stratified folds need a label with at least 3 rows, but the most frequent, a, has 2.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingLabel_IsRefusedByRow()
    {
        var error = Assert.Throws<ArgumentException>(() => new StratifiedKFold(2).Split(new RowRoles(Targets.Of(Categories.From(["a", null, "a"])))));
        Assert.Contains("missing in row 1", error.Message, StringComparison.Ordinal);
    }

    // Of four rows each of the two labels has two, and one of five has three.
    protected override int FewestRows => 5;

    [Fact]
    public void Text_SaysFoldsAndShuffle() =>
        Assert.Equal("3 stratified folds, shuffled with seed 1", new StratifiedKFold(3) { Shuffle = true, Seed = 1 }.ToString());

    protected override ISplitter Create(int folds, bool shuffle, int seed) => new StratifiedKFold(folds) { Shuffle = shuffle, Seed = seed };

    protected override RowRoles Rows(int rows) => new(Targets.Of(Categories.From(Enumerable.Range(0, rows).Select(row => row * row % 3 == 1 ? "a" : "b"))));
}
