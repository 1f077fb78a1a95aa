using CsCheck;
using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

/// <summary>What splitters into a number of folds promise whose folds differ by one row at most, and that can shuffle.</summary>
public abstract class EvenFoldContract : PartitionContract
{
    protected abstract ISplitter Create(int folds, bool shuffle, int seed);

    protected override ISplitter Create() => Create(3, shuffle: true, seed: 7);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Folds_HoldEveryRowBackOnceAndDifferByOneRowAtMost(bool shuffle) =>
        Gen.Select(Gen.Int[2, 7], Gen.Int[20, 60], Gen.Int).Sample((folds, rows, seed) =>
        {
            var splitter = Create(folds, shuffle, seed);
            var result = splitter.Split(Rows(rows));
            Assert.Equal(splitter.FoldCount, result.Count);
            Assert.Equal(Enumerable.Range(0, rows), result.SelectMany(fold => fold.Validation).Order());
            Assert.All(result, fold =>
            {
                Assert.Equal(Enumerable.Range(0, rows).Except(fold.Validation), fold.Train);
                Assert.Equal(fold.Validation.Order(), fold.Validation);
            });
            Assert.InRange(result.Max(fold => fold.Validation.Length) - result.Min(fold => fold.Validation.Length), 0, 1);
        });

    [Fact]
    public void SameSeed_GivesTheSameFoldsAndAnotherOthers()
    {
        Assert.Equal(Validation(1), Validation(1));
        Assert.NotEqual(Validation(1), Validation(2));

        int[][] Validation(int seed) => [.. Create(3, true, seed).Split(Rows(40)).Select(fold => fold.Validation)];
    }

    [Fact]
    public void EqualSettings_MakeEqualSplitters()
    {
        Assert.Equal(Create(3, true, 1), Create(3, true, 1));
        Assert.NotEqual(Create(3, true, 1), Create(4, true, 1));
        Assert.NotEqual(Create(3, true, 1), Create(3, true, 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-3)]
    public void FewerThanTwoFolds_AreRefused(int folds)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Create(folds, false, 0));
        Assert.StartsWith($"The number of folds must be at least 2, but is {folds}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FewerRowsThanFolds_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => Create(3, false, 0).Split(Rows(2)));
        Assert.StartsWith("3 folds need at least 3 rows, but there are 2", error.Message, StringComparison.Ordinal);
    }
}
