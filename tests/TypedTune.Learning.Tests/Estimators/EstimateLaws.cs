using CsCheck;

namespace TypedTune.Learning.Tests;

/// <summary>What every estimate of a fit obeys.</summary>
internal static class EstimateLaws
{
    private static readonly Gen<InputSize> AnySize = Gen.Select(
        Gen.OneOf(Gen.Int[0, 40], Gen.Int[0, 50_000], Gen.Const(int.MaxValue)),
        Gen.OneOf(Gen.Int[0, 10], Gen.Int[0, 5_000]),
        Gen.Int[0, 300],
        (rows, columns, levels) => new InputSize(rows, columns, levels));

    /// <summary>More rows, columns or levels take no less work, and no estimate is negative or no number.</summary>
    public static void AssertGrowing(Func<InputSize, FitEstimate> estimate) => Gen.Select(AnySize, Gen.Int[1, 2_000]).Sample((size, more) =>
    {
        double work = AssertLegal(estimate(size));
        Assert.True(AssertLegal(estimate(size with { Rows = (int)Math.Min(int.MaxValue, (long)size.Rows + more) })) >= work, $"{more} rows more than {size} take less work.");
        Assert.True(AssertLegal(estimate(size with { Columns = size.Columns + more })) >= work, $"{more} columns more than {size} take less work.");
        Assert.True(AssertLegal(estimate(size with { Levels = size.Levels + more })) >= work, $"{more} levels more than {size} take less work.");
    }, iter: 200);

    private static double AssertLegal(FitEstimate estimate)
    {
        Assert.True(double.IsFinite(estimate.Work) && estimate.Work >= 0, $"{estimate} is no work.");
        Assert.True(estimate.ModelBytes >= 0 && estimate.OutputColumns is null or >= 0, $"{estimate} is no size.");
        return estimate.Work;
    }
}
