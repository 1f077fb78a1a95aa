using CsCheck;
using TypedTune.Learning.Tests.Forests;

namespace TypedTune.Learning.Tests.Persistence;

/// <summary>Forests of all kinds of configurations.</summary>
public sealed class SavedForestsTests
{
    private static readonly Gen<RandomForestRegressor> Regressions = Gen.Select(
        Gen.Int[0, 10_000],
        Gen.Enum<RegressionCriterion>(),
        Gen.OneOf<RowSampling>(Gen.Const(new EveryRow()), Gen.Const(new Bootstrap()), Gen.Int[1, 20].Select(rows => (RowSampling)new Subsample { Rows = rows }), Gen.Double[0.1, 1].Select(share => (RowSampling)new Bootstrap { Rows = RowCount.Fraction(share) })),
        Gen.OneOf(Gen.Const(MaxFeatures.All), Gen.Const(MaxFeatures.Sqrt), Gen.Const(MaxFeatures.Log2), Gen.Int[1, 5].Select(MaxFeatures.Count), Gen.Double[0.1, 1].Select(MaxFeatures.Fraction)),
        (seed, criterion, sampling, features) => new RandomForestRegressor
        {
            Trees = 1 + seed % 3,
            Criterion = criterion,
            Sampling = sampling,
            MaxFeatures = features,
            MaxDepth = seed % 2 == 0 ? null : 1 + seed % 7,
            MaxLeaves = seed % 5 == 0 ? 9 : null,
            MinRowsToSplit = seed % 3 == 0 ? RowCount.Fraction(0.1) : 3,
            MonotoneConstraints = seed % 7 == 0 ? MonotoneConstraints.None.Increasing("x0").Decreasing("x3") : MonotoneConstraints.None,
            Bins = (SplitBins)(seed % 4),
            ValueTolerance = seed % 4 * 0.01,
            Seed = seed,
        });

    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void LoadedRegression_HasTheSameTrees() => Regressions.Sample(configuration =>
    {
        var (features, target) = Draw(configuration.Seed);
        var forest = configuration.Fit(features, Array.ConvertAll(target, Math.Abs), Context);
        foreach (var loaded in new[] { Through(forest), ThroughJson(forest) })
        {
            Assert.Equal(configuration, loaded.Configuration);
            Assert.Equal(forest.FeatureNames, loaded.FeatureNames);
            AssertSame(forest.Trees, loaded.Trees);
        }
    }, iter: 60);

    [Fact]
    public void LoadedClassification_HasTheSameTrees() => Gen.Int[0, 10_000].Sample(seed =>
    {
        var (features, _) = Draw(seed);
        var target = Samples.Labels(features, 1 + seed % 4);
        var weights = (seed % 4) switch { 0 => ClassWeights.Equal, 1 => ClassWeights.Balanced, 2 => ClassWeights.BalancedPerTree, _ => ClassWeights.Of(("class 0", 2.5)) };
        var configuration = new RandomForestClassifier { Trees = 2, ClassWeights = weights, Criterion = (ClassificationCriterion)(seed % 2), MaxDepth = 1 + seed % 9, Seed = seed };
        var forest = configuration.Fit(features, target, Context);
        foreach (var loaded in new[] { Through(forest), ThroughJson(forest) })
        {
            Assert.Equal(configuration, loaded.Configuration);
            Assert.Equal(forest.Levels, loaded.Levels);
            AssertSame(forest.Trees, loaded.Trees);
        }
    }, iter: 60);

    [Fact]
    public void WeighedQuantileForest_PredictsTheSameQuantiles()
    {
        var (features, target) = Draw(12);
        double[] weights = [.. target.Select((_, row) => row % 3 * 0.7)];
        var forest = new QuantileForestRegressor { Trees = 3, MinRowsInLeaf = 2, Criterion = RegressionCriterion.AbsoluteError }.Fit(features, target, weights, Context);

        foreach (var loaded in new[] { Through(forest), ThroughJson(forest) })
            Assert.Equal(Numbers.Of(forest.PredictQuantiles(features, [0.1, 0.5, 0.9], Context)), Numbers.Of(loaded.PredictQuantiles(features, [0.1, 0.5, 0.9], Context)));
    }

    private static (FeatureMatrix Features, double[] Target) Draw(int seed)
    {
        var (features, target) = Samples.Draw(seed, 60, 5);
        return (seed % 2 == 0 ? Samples.WithSpecialColumns(features, seed) : features, target);
    }

    private static T Through<T>(T model)
        where T : IPersistentModel<T>
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        stream.Position = 0;
        return PersistentModels.Load<T>(stream);
    }

    private static T ThroughJson<T>(T model)
        where T : IPersistentModel<T>
    {
        using var stream = new MemoryStream();
        model.SaveJson(stream);
        stream.Position = 0;
        return PersistentModels.Load<T>(stream);
    }

    private static void AssertSame(IReadOnlyList<GrownTree> expected, IReadOnlyList<GrownTree> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (tree, other) in expected.Zip(actual))
        {
            Assert.Equal(tree.Nodes, other.Nodes);
            Assert.Equal(tree.NodeWeights, other.NodeWeights);
            Assert.Equal(tree.ImpurityDecreases, other.ImpurityDecreases);
            Assert.Equal(tree.Distributions, other.Distributions);
            Assert.Equal(tree.CategorySets, other.CategorySets);
            Assert.Equal(tree.Depth, other.Depth);
        }
    }
}
