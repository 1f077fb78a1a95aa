using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

/// <summary>Small nodes split side by side give the trees whose nodes are split one by one, as they are for submodels.</summary>
public sealed class SmallNodesTests
{
    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    private static readonly Gen<(int Seed, int Rows, int Columns, int Levels)> Data =
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 600], Gen.Int[1, 70], Gen.Int[0, 12]);

    private static readonly Gen<(int MaxFeatures, int MaxDepth, int MinRowsToSplit, double MinImpurityDecrease)> Limits =
        Gen.Select(Gen.Int[1, 70], Gen.OneOf(Gen.Const(int.MaxValue), Gen.Int[1, 12]), Gen.OneOf(Gen.Const(2), Gen.Int[2, 30]), Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 0.01]));

    [Fact]
    public void Trees_AreThoseGrownNodeByNode() => Gen.Select(Data, Limits).Sample((data, limits) =>
    {
        var (features, target) = Samples.Draw(data.Seed, data.Rows, data.Columns, data.Levels);
        var forest = new RandomForestRegressor
        {
            Trees = 3,
            MaxFeatures = Math.Min(limits.MaxFeatures, data.Columns),
            MaxDepth = limits.MaxDepth == int.MaxValue ? null : limits.MaxDepth,
            MinRowsToSplit = limits.MinRowsToSplit,
            MinImpurityDecrease = limits.MinImpurityDecrease,
            Seed = data.Seed,
        };
        ForestSubmodelsTests.AssertSame(forest.FitSubmodels(features, target, Context).Limit(forest).Trees, forest.Fit(features, target, Context).Trees);
    }, iter: 150);

    [Fact]
    public void TargetsOfFewValues_EndInPureLeaves()
    {
        var (features, target) = Samples.Draw(3, 500, 20, 6);
        for (int row = 0; row < target.Length; row++)
            target[row] = Math.Round(target[row] / 8);
        var forest = new RandomForestRegressor { Trees = 5, Seed = 1 };
        ForestSubmodelsTests.AssertSame(forest.FitSubmodels(features, target, Context).Limit(forest).Trees, forest.Fit(features, target, Context).Trees);
    }

    [Fact]
    public void WeightsThatAreNotWhole_GiveTheTreesGrownNodeByNode()
    {
        var (features, target) = Samples.Draw(5, 300, 10);
        double[] weights = [.. Enumerable.Range(0, 300).Select(row => 0.25 + row % 7 * 0.3)];
        var forest = new RandomForestRegressor { Trees = 4, MaxFeatures = 3, Seed = 2 };
        var alike = forest.Fit(features, target, [.. weights.Select(weight => 2 * weight)], Context);

        // Twice the weights are the same forest, whichever way small nodes are split.
        Assert.Equal(alike.Predict(features, Context), forest.Fit(features, target, weights, Context).Predict(features, Context));
    }
}
