namespace TypedTune.Learning.Tests;

public sealed class PredefinedSplitTests
{
    [Fact]
    public void Folds_AreScikitLearns()
    {
        var golden = Golden.Read("splitters_more.json").GetProperty("expected_test_indices");
        int[] folds = golden.GetProperty("predefined_split_folds").Integers();

        var actual = new PredefinedSplit(folds).Split(new RowRoles(Targets.Of(new double[folds.Length])));

        Assert.Equal(golden.GetProperty("predefined_split").EnumerateArray().Select(fold => fold.Integers()), actual.Select(fold => fold.Validation));
        Assert.All(actual, fold => Assert.Equal(folds.Length, fold.Train.Length + fold.Validation.Length));
    }

    [Theory]
    [InlineData(new[] { 0, -2, 1 }, "Row 1 is in fold -2. Folds are numbered from 0; -1 stands for rows that are always learned from.")]
    [InlineData(new[] { 0, 2, -1 }, "Fold 1 of 3 has no row. Number the folds without gaps.")]
    [InlineData(new[] { -1, -1 }, "No row is in a fold, so that none would be scored. Number at least one fold, from 0.")]
    public void IllegalFolds_AreRefused(int[] folds, string message) => Assert.StartsWith(message, Assert.Throws<ArgumentException>("foldOfRow", () => new PredefinedSplit(folds)).Message, StringComparison.Ordinal);

    [Fact]
    public void OtherRows_AreRefused() => Assert.StartsWith(
        "Folds were given for 3 rows, but there are 4.",
        Assert.Throws<ArgumentException>("rows", () => new PredefinedSplit([0, 1, 1]).Split(new RowRoles(Targets.Of([1, 2, 3, 4])))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void EqualFolds_AreEqualInTextAndValue()
    {
        Assert.Equal(new PredefinedSplit([0, 1, 1]), new PredefinedSplit([0, 1, 1]));
        Assert.Equal(new PredefinedSplit([0, 1, 1]).ToString(), new PredefinedSplit([0, 1, 1]).ToString());
        Assert.NotEqual(new PredefinedSplit([0, 1, 1]), new PredefinedSplit([0, 1, 0]));
        Assert.NotEqual(new PredefinedSplit([0, 1, 1]).ToString(), new PredefinedSplit([0, 1, 0]).ToString());
    }
}
