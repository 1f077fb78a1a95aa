using CsCheck;

namespace TypedTune.Learning.Tests;

/// <summary>Stratification by bins of a number, and by strata of rows.</summary>
public sealed class StratificationTests
{
    [Fact]
    public void BinsOfTheTarget_AreBalancedOverFolds() => Gen.Double[0, 1].Array[50, 200].Sample(target =>
    {
        double[] sorted = [.. target.Order()];
        double[] cuts = [.. new[] { 1, 2, 3 }.Select(bin => sorted[bin * target.Length / 4])];
        int BinOf(int row) => cuts.Count(cut => target[row] >= cut);

        var folds = new StratifiedKFold(5) { TargetBins = 4 }.Split(new RowRoles(Targets.Of(target)));

        foreach (int bin in Enumerable.Range(0, 4))
        {
            int[] counts = [.. folds.Select(fold => fold.Validation.Count(row => BinOf(row) == bin))];
            Assert.InRange(counts.Max() - counts.Min(), 0, 1);
        }
    });

    [Fact]
    public void StratumAndLabelTogether_AreBalancedOverFolds()
    {
        var labels = Categories.From(Enumerable.Range(0, 120).Select(row => row % 3 == 0 ? "rare" : "common"));
        var strata = Categories.From(Enumerable.Range(0, 120).Select(row => row % 4 < 3 ? "island" : "coast"));
        var rows = new RowRoles(Targets.Of(labels)) { Strata = strata };

        var folds = new StratifiedKFold(5).Split(rows);

        Assert.All(folds, fold => Assert.Equal(2, fold.Validation.Count(row => labels[row] == "rare" && strata[row] == "coast")));
        Assert.All(folds, fold => Assert.Equal(12, fold.Validation.Count(row => labels[row] == "common" && strata[row] == "island")));
    }

    [Fact]
    public void StrataOfNumbers_AreEnough()
    {
        var strata = Categories.From(Enumerable.Range(0, 40).Select(row => row < 10 ? "few" : "many"));
        var rows = new RowRoles(Targets.Of(new double[40])) { Strata = strata };

        Assert.All(new StratifiedKFold(5).Split(rows), fold => Assert.Equal(2, fold.Validation.Count(row => row < 10)));
        Assert.Equal(2, new Holdout(0.2) { Stratify = true }.Split(rows)[0].Validation.Count(row => row < 10));
        Assert.All(new ShuffleSplit(4, 0.2) { Stratify = true }.Split(rows), fold => Assert.Equal(2, fold.Validation.Count(row => row < 10)));
        Assert.All(new RepeatedKFold(5, 2) { Stratify = true }.Split(rows), fold => Assert.Equal(2, fold.Validation.Count(row => row < 10)));
    }

    [Fact]
    public void NothingToStratifyBy_IsRefusedWithWhatToDo()
    {
        var numbers = new RowRoles(Targets.Of(new double[10], "Price"));

        Assert.StartsWith(
            "Stratification needs labels, but Price holds numbers. Set TargetBins to divide them into bins, mark a column [Stratum], or take a splitter that is not stratified.",
            Assert.Throws<ArgumentException>("rows", () => new StratifiedKFold(5).Split(numbers)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void BinsOfLabels_AreRefused()
    {
        var labels = new RowRoles(Targets.Of(Categories.From(["a", "b", "a", "b"]), "Species"));

        Assert.StartsWith(
            "TargetBins divides numbers, but Species holds labels, each of which is a stratum. Leave TargetBins out.",
            Assert.Throws<ArgumentException>("rows", () => new StratifiedKFold(2) { TargetBins = 3 }.Split(labels)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("TargetBins", () => new StratifiedKFold(2) { TargetBins = 1 });
    }

    [Fact]
    public void SeveralStratumColumns_CountAsOneAndStayFeatures()
    {
        var birds = new Table<Bird>(Enumerable.Range(0, 24).Select(i => new Bird { Mass = i, Island = i % 2 == 0 ? "Torgersen" : "Dream", Ringed = i % 4 < 2, Wing = i }));

        var strata = birds.Roles.Strata!;

        Assert.Equal(["Dream, false, heavy", "Dream, false, light", "Dream, true, heavy", "Dream, true, light", "Torgersen, false, heavy", "Torgersen, false, light", "Torgersen, true, heavy", "Torgersen, true, light"], strata.Levels);
        Assert.Equal("Torgersen, true, light", strata[0]);
        Assert.Equal(ColumnRole.Feature, Bird.Columns.Island.Role);
    }
}

/// <summary>A bird, with two strata that are columns, and one that is computed.</summary>
[Row]
public sealed partial record Bird
{
    public required double Mass { get; init; }

    [Stratum]
    public required string Island { get; init; }

    [Stratum]
    public required bool Ringed { get; init; }

    [Stratum]
    public string Size => Mass < 12 ? "light" : "heavy";

    [Target]
    public required double Wing { get; init; }
}
