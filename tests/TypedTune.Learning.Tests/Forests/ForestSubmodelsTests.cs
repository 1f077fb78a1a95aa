using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

/// <summary>A forest fitted once holds every smaller one, bit for bit.</summary>
public sealed class ForestSubmodelsTests
{
    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    private static readonly Gen<ForestLimits> Limits = Gen.Select(
        Gen.Int[1, 6],
        Gen.Int[0, 9].Select(depth => depth == 0 ? (int?)null : depth),
        Gen.Int[2, 60],
        Gen.Double[0, 0.01],
        Gen.Int[-20, 40].Select(leaves => leaves < 2 ? (int?)null : leaves),
        Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 0.02]),
        (trees, depth, rows, decrease, leaves, strength) => new ForestLimits(trees, depth, rows, decrease, leaves, strength));

    private static readonly Gen<(int Seed, int Rows, int Columns, int Levels)> Data =
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 250], Gen.Int[1, 40], Gen.Int[0, 30]);

    [Fact]
    public void RegressionOfAnyLimits_IsTheOneFittedWithThem() => Gen.Select(Data, Limits.Array[1, 4], Gen.Enum<SplitBins>(), Gen.Bool).Sample((data, limits, bins, bootstrap) =>
    {
        var (features, target) = Samples.Draw(data.Seed, data.Rows, data.Columns, data.Levels);
        if (data.Seed % 4 == 0)
            features = Samples.WithSpecialColumns(features, data.Seed);
        var full = new RandomForestRegressor { Trees = 6, MaxFeatures = MaxFeatures.Sqrt, Bins = bins, SplitRule = data.Seed % 3 == 0 ? SplitRule.Random : SplitRule.Best, Criterion = data.Seed % 5 == 0 ? RegressionCriterion.AbsoluteError : RegressionCriterion.SquaredError, Sampling = bootstrap ? new Bootstrap() : new EveryRow(), Seed = data.Seed };
        var shared = full.FitSubmodels(features, target, Context);
        var configurations = limits.Select(limit => limit.Of(full)).ToArray();
        var predictions = shared.Predict(features, configurations, Context);
        for (int i = 0; i < configurations.Length; i++)
        {
            var fitted = configurations[i].Fit(features, target, Context);
            AssertSame(fitted.Trees, shared.Limit(configurations[i]).Trees);
            Assert.Equal(fitted.Predict(features, Context), predictions[i]);
        }
    }, iter: 60);

    [Fact]
    public void ClassificationOfAnyLimits_IsTheOneFittedWithThem() => Gen.Select(Data, Limits.Array[1, 4], Gen.Int[1, 5], Gen.Enum<ClassificationCriterion>()).Sample((data, limits, classes, criterion) =>
    {
        var (features, _) = Samples.Draw(data.Seed, data.Rows, data.Columns, data.Levels);
        var target = Samples.Labels(features, classes);
        if (data.Seed % 4 == 0)
            features = Samples.WithSpecialColumns(features, data.Seed);
        var full = new RandomForestClassifier { Trees = 6, Criterion = criterion, ClassWeights = data.Seed % 2 == 0 ? ClassWeights.Equal : ClassWeights.BalancedPerTree, Seed = data.Seed };
        var shared = full.FitSubmodels(features, target, Context);
        var configurations = limits.Select(limit => limit.Of(full)).ToArray();
        var labels = shared.Predict(features, configurations, Context);
        var probabilities = shared.PredictProbabilities(features, configurations, Context);
        for (int i = 0; i < configurations.Length; i++)
        {
            var fitted = configurations[i].Fit(features, target, Context);
            AssertSame(fitted.Trees, shared.Limit(configurations[i]).Trees);
            Assert.Equal(fitted.Predict(features, Context).Codes.ToArray(), labels[i].Codes.ToArray());
            Assert.Equal(fitted.PredictProbabilities(features, Context).AsColumnMajor().ToArray(), probabilities[i].AsColumnMajor().ToArray());
        }
    }, iter: 60);

    [Fact]
    public void SubmodelsOfFewLeaves_AreFewer()
    {
        var (features, target) = Samples.Draw(2, 300, 5);
        var limited = new RandomForestRegressor { Trees = 3, MaxLeaves = 30 };
        var shared = limited.FitSubmodels(features, target, Context);

        AssertSame((limited with { MaxLeaves = 7 }).Fit(features, target, Context).Trees, shared.Limit(limited with { MaxLeaves = 7 }).Trees);
        var failure = Assert.Throws<ArgumentException>(() => shared.Limit(limited with { MaxLeaves = 7, MaxDepth = 3 }));
        Assert.Contains("Fit it without MaxLeaves", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SubmodelOfALimitedForest_StaysWithinIt()
    {
        var (features, target) = Samples.Draw(1, 200, 4);
        var limited = new RandomForestRegressor { Trees = 4, MaxDepth = 5, MinRowsToSplit = 4, MinImpurityDecrease = 0.001 };
        var shared = limited.FitSubmodels(features, target, Context);

        AssertSame(limited.Fit(features, target, Context).Trees, shared.Limit(limited).Trees);
        AssertSame((limited with { MaxDepth = 3 }).Fit(features, target, Context).Trees, shared.Limit(limited with { MaxDepth = 3 }).Trees);
    }

    [Theory]
    [InlineData("Trees at most 4, but was asked for 5")]
    [InlineData("MaxDepth at most 5, but was asked for an unlimited one")]
    [InlineData("MinRowsToSplit at least 4, but was asked for 3")]
    [InlineData("MinImpurityDecrease at least 0.5, but was asked for 0")]
    [InlineData("differ from it in Trees, MaxDepth, MinRowsToSplit, MinImpurityDecrease, MaxLeaves and PruningStrength alone")]
    public void ForestThatIsNoSubmodel_IsRefused(string message)
    {
        var (features, target) = Samples.Draw(1, 50, 4);
        var limited = new RandomForestRegressor { Trees = 4, MaxDepth = 5, MinRowsToSplit = 4, MinImpurityDecrease = 0.5 };
        var shared = limited.FitSubmodels(features, target, Context);
        RandomForestRegressor asked = message[..4] switch
        {
            "Tree" => limited with { Trees = 5 },
            "MaxD" => limited with { MaxDepth = null },
            "MinR" => limited with { MinRowsToSplit = 3 },
            "MinI" => limited with { MinImpurityDecrease = 0 },
            _ => limited with { Seed = 1 },
        };

        Assert.Contains(message, Assert.Throws<ArgumentException>(() => shared.Limit(asked)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => shared.Predict(features, [asked], Context));
    }

    [Fact]
    public void ImpurityDecrease_IsWeightedByTheNodesShare()
    {
        // The root's split lowers the mean squared error by 25 of 25.25; each side's own by 0.25, at half of the rows.
        var features = Samples.OneColumn(1, 2, 3, 4);
        double[] target = [0, 1, 10, 11];
        int Leaves(double least) => new RandomForestRegressor { Trees = 1, Sampling = new EveryRow(), MinImpurityDecrease = least }.Fit(features, target, Context).Trees[0].LeafCount;

        Assert.Equal(4, Leaves(0.124));
        Assert.Equal(2, Leaves(0.126));
        Assert.Equal(2, Leaves(24.9));
        Assert.Equal(1, Leaves(25.1));
    }

    /// <summary>Asserts that trees are the same, bit for bit.</summary>
    internal static void AssertSame(IReadOnlyList<GrownTree> expected, IReadOnlyList<GrownTree> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i].Nodes, actual[i].Nodes);
            Assert.Equal(expected[i].NodeWeights, actual[i].NodeWeights);
            Assert.Equal(expected[i].Depth, actual[i].Depth);
            Assert.Equal(expected[i].ImpurityDecreases, actual[i].ImpurityDecreases);
            Assert.Equal(expected[i].Distributions, actual[i].Distributions);
            Assert.Equal(expected[i].CategorySets, actual[i].CategorySets);
        }
    }

    private sealed record ForestLimits(int Trees, int? Depth, int Rows, double Decrease, int? Leaves, double Strength)
    {
        public T Of<T>(T full)
            where T : ForestConfiguration => (T)(full with { Trees = Trees, MaxDepth = Depth, MinRowsToSplit = Rows, MinImpurityDecrease = Decrease, MaxLeaves = Leaves, PruningStrength = Strength });
    }
}
