using CsCheck;
using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

public sealed class HoldoutTests : SplitterContract
{
    private static readonly Gen<(double Fraction, int Rows, int Seed)> s_cases = Gen.Select(Gen.Double[0.05, 0.9], Gen.Int[20, 80], Gen.Int);

    protected override int FewestRows => 2;

    protected override ISplitter Create() => new Holdout(0.2) { Seed = 7 };

    protected override RowRoles Rows(int rows) => Numbers(rows);

    private static RowRoles Numbers(int rows) => new(Targets.Of(new double[rows]));

    [Fact]
    public void Rows_AreDividedOnceByTheFraction() => s_cases.Sample(one =>
    {
        var holdout = new Holdout(one.Fraction) { Seed = one.Seed };
        var fold = Assert.Single(holdout.Split(Numbers(one.Rows)));

        Assert.Equal(1, holdout.FoldCount);
        Assert.Equal((int)Math.Ceiling(one.Fraction * one.Rows), fold.Validation.Length);
        Assert.Equal(fold.Validation.Order(), fold.Validation);
        Assert.Equal(Enumerable.Range(0, one.Rows).Except(fold.Validation), fold.Train);
    });

    [Fact]
    public void StratifiedLabels_HaveTheirShareToWithinARow() => s_cases.Sample(one =>
    {
        var labels = Categories.From(Enumerable.Range(0, one.Rows).Select(row => row % 5 == 0 ? "rare" : "common"));
        var fold = new Holdout(one.Fraction) { Seed = one.Seed, Stratify = true }.Split(new RowRoles(Targets.Of(labels)))[0];

        Assert.Equal((int)Math.Ceiling(one.Fraction * one.Rows), fold.Validation.Length);
        double share = (double)fold.Validation.Length / one.Rows;
        foreach (string level in labels.Levels)
        {
            int all = Enumerable.Range(0, one.Rows).Count(row => labels[row] == level);
            Assert.InRange(fold.Validation.Count(row => labels[row] == level), share * all - 1, share * all + 1);
        }
    });

    [Fact]
    public void SameSeed_GivesTheSameRowsAndAnotherOthers()
    {
        Assert.Equal(Validation(1), Validation(1));
        Assert.NotEqual(Validation(1), Validation(2));
        Assert.Equal(new Holdout(0.2) { Seed = 1 }, new Holdout(0.2) { Seed = 1 });

        int[] Validation(int seed) => new Holdout(0.3) { Seed = seed }.Split(Numbers(50))[0].Validation;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void FractionThatIsNoShare_IsRefused(double fraction) =>
        Assert.StartsWith("The share of rows that are held back must be above 0 and below 1, but is", Assert.Throws<ArgumentOutOfRangeException>(() => new Holdout(fraction)).Message, StringComparison.Ordinal);

    [Fact]
    public void RowsThatDoNotSuit_AreRefusedWithAWayOut()
    {
        Assert.StartsWith("0.9 held out with seed 0 would hold back 3 of 3 rows", Refusal(new Holdout(0.9), Numbers(3)), StringComparison.Ordinal);
        Assert.StartsWith("Stratification needs labels, but Value holds numbers. Set TargetBins", Refusal(new Holdout(0.5) { Stratify = true }, new RowRoles(Targets.Of([1, 2, 3], "Value"))), StringComparison.Ordinal);
        Assert.StartsWith("A stratified holdout needs at least 2 rows a label, but b has only row 1.", Refusal(new Holdout(0.5) { Stratify = true }, new RowRoles(Targets.Of(Categories.From(["a", "b", "a"])))), StringComparison.Ordinal);

        static string Refusal(Holdout holdout, RowRoles rows) => Assert.Throws<ArgumentException>(() => holdout.Split(rows)).Message;
    }
}
