using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TypedTune.Learning.Tests.Trees;

/// <summary>
/// Trees and predictions do not change from one version of the library to the next, on any number of threads and with any
/// vector instructions: their hashes are recorded here. All numbers are small multiples of a power of two, so that sums are exact in
/// any order.
/// </summary>
public sealed class RecordedForestsTests
{
    private const int Rows = 300;
    private const int Columns = 6;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void RegressionOnBootstrapSamples_IsTheRecordedOne(int threads) => AssertRecorded(
        threads,
        new RandomForestRegressor { Trees = 5, MaxFeatures = MaxFeatures.Sqrt, Seed = 1 },
        "dd2639da443703c12872b291f7b59003e35346f86f1b917493f6ebda7cf24940",
        "53dfceb4c202d6d6dc4f69cabdc95e71bf66eb0da24dc9ebff892c097c3be21d");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void RegressionOfLimitedTreesOnSubsamples_IsTheRecordedOne(int threads) => AssertRecorded(
        threads,
        new RandomForestRegressor { Trees = 5, Sampling = new Subsample { Rows = 192 }, MaxDepth = 6, MaxLeaves = 20, MinRowsInLeaf = 3, MinRowsToSplit = 8, Seed = 2 },
        "0d02e866de3381569b0bf48a357036eca57214555ec08aabd9977629d9eec633",
        "246a9a129bc950a4ae62eb124c7cf11b043e3bf273b0318560133a2a9bbcb904");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void RegressionWithRandomCuts_IsTheRecordedOne(int threads) => AssertRecorded(
        threads,
        new RandomForestRegressor { Trees = 5, SplitRule = SplitRule.Random, Sampling = new EveryRow(), MaxFeatures = MaxFeatures.Count(3), Seed = 3 },
        "00c6fddff27771be215d11d173827ffc93e23c573656c8cb32ac2441574ac51c",
        "b22121ceee840a1d8ff92b275a2adb813ac4d86dc4d9eb5841d9512ccce8f6c3");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void RegressionOfAbsoluteErrors_IsTheRecordedOne(int threads) => AssertRecorded(
        threads,
        new RandomForestRegressor { Trees = 3, Criterion = RegressionCriterion.AbsoluteError, MaxDepth = 7, Seed = 4 },
        "ac6d4fe346d1a78f42683fc1a7a45d9da921c24d343dc6de4e2f7c02c2304ced",
        "3b794cfb31cd5e668b84eca9bdd803f26e7aa43c4321bb3f4d692b99d5936965");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void RegressionWithinToleranceAndDirections_IsTheRecordedOne(int threads) => AssertRecorded(
        threads,
        new RandomForestRegressor { Trees = 4, ValueTolerance = 0.25, MonotoneConstraints = MonotoneConstraints.None.Increasing("x0").Decreasing("x2"), Bins = SplitBins.Exact, Seed = 5 },
        "4793292d3a661a7f3baf5fdcf58024d3433d6b0c040d1cd66564df40f37bf294",
        "abb0b870fff40eec0f1f0936322f313bc2efc990811969ae126dbc4b1067a329");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void PrunedRegressionTree_IsTheRecordedOne(int threads)
    {
        using var run = new Run(threads);
        var (features, target) = Draw(6);
        var tree = new DecisionTreeRegressor { MaxDepth = 9, PruningStrength = 0.5, Bins = SplitBins.PerNode }.Fit(features, target, run.Context);

        AssertHashes(
            tree,
            tree.Predict(Draw(106).Features, run.Context),
            "5e1f864aa2b3b612a6361795afa0275f52847f3bd29d69e4ca89f1feaf4ccfa6",
            "260fa6d47199ecac9acb1529dcd5c2362ceca3647ca6ea707d4ff41dfacd1a55");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void RegressionOfWeightedRowsWithMissingValuesAndCategories_IsTheRecordedOne(int threads)
    {
        using var run = new Run(threads);
        var (features, target) = Draw(7);
        var forest = new RandomForestRegressor { Trees = 5, MaxFeatures = MaxFeatures.Fraction(0.5), Seed = 7 }
            .Fit(WithSpecialColumns(features, 7), target, Weights(), run.Context);

        AssertHashes(
            forest,
            forest.Predict(WithSpecialColumns(Draw(107).Features, 107), run.Context),
            "dcb768faf2205d2c47f49d1549fe0aa251f8e4046a9a9bf6c5783cf17ba9221a",
            "7f9ab8f97d3550d8fac146e8f789c904b214400c97b73e2c8d67ebf7572b91f5");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void RegressionSubmodel_IsTheRecordedOne(int threads)
    {
        using var run = new Run(threads);
        var (features, target) = Draw(8);
        var widest = new RandomForestRegressor { Trees = 6, MaxFeatures = MaxFeatures.Sqrt, Seed = 8 };
        var shared = widest.FitSubmodels(features, target, run.Context);
        RandomForestRegressor[] members = [widest with { Trees = 4, MaxDepth = 5 }, widest with { MaxLeaves = 12 }, widest with { MinRowsToSplit = 10 }];

        double[][] predictions = shared.Predict(Draw(108).Features, members, run.Context);

        AssertHashes(
            shared.Limit(members[0]),
            [.. predictions.SelectMany(member => member)],
            "269f092a06e7ab6ec31ee87d479bf88c38d6472527ecaa36dc83c7e33dca08d1",
            "f8c1a3e6b040a3929372ea32a1af9f7cd00f93ef96e1c4bd3f14772224561e0f");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void QuantileForest_IsTheRecordedOne(int threads)
    {
        using var run = new Run(threads);
        var (features, target) = Draw(9);
        var forest = new QuantileForestRegressor { Trees = 5, MinRowsInLeaf = 4, Seed = 9 }.Fit(features, target, Weights(), run.Context);

        AssertHashes(
            forest,
            forest.PredictQuantiles(Draw(109).Features, [0.05, 0.5, 0.95], run.Context).AsColumnMajor(),
            "7c4d2d4335e835b61d153142691c5a8ce99e171b78e4f269204af8128d758110",
            "0b09d421fcd79c0dc768e3814d0814f8cc2d1d4fc85d4f4b3f1afcf20b76a54e");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ClassificationOfTwoClasses_IsTheRecordedOne(int threads) => AssertRecorded(
        threads,
        new RandomForestClassifier { Trees = 5, Seed = 10 },
        classes: 2,
        "d3833dfef66770da9bde6abba88258b4709fd5cdab98397265bf4e1e6ebd2fd7",
        "2e2130e7c250d246f216bcd02ef1fce97e998b2e8151dd6b20a98e9b37567248");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ClassificationOfFiveClassesWithSpecialColumns_IsTheRecordedOne(int threads) => AssertRecorded(
        threads,
        new RandomForestClassifier { Trees = 5, ClassWeights = ClassWeights.Of(("class 1", 3), ("class 4", 2)), MaxLeaves = 40, Seed = 11 },
        classes: 5,
        "aa6bb6adddab646af0bbe8a27cb58348f49f77cf8bb7a26420602113d902c2bf",
        "f76dac1226ad0088bc9aaee409a5e48ca00534efdf25dc2abc12867abf4a4700");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ClassificationOfThreeClassesWithRandomCuts_IsTheRecordedOne(int threads) => AssertRecorded(
        threads,
        new RandomForestClassifier { Trees = 5, SplitRule = SplitRule.Random, MinRowsInLeaf = 2, MaxFeatures = MaxFeatures.All, Seed = 12 },
        classes: 3,
        "e74f4244f247e9bd0a7c78fb860aae2c1a305beb7500348e8698b6ca9d7aadbd",
        "904b8c7b7f403d413832adde2e4e25a40759b6883d1b9fe9176f096335508200");

    private static void AssertRecorded(int threads, RandomForestRegressor configuration, string trees, string predictions)
    {
        using var run = new Run(threads);
        var (features, target) = Draw(configuration.Seed);
        var forest = configuration.Fit(features, target, run.Context);

        AssertHashes(forest, forest.Predict(Draw(100 + configuration.Seed).Features, run.Context), trees, predictions);
    }

    private static void AssertRecorded(int threads, RandomForestClassifier configuration, int classes, string trees, string predictions)
    {
        using var run = new Run(threads);
        var (features, target) = Draw(configuration.Seed);
        var labels = Labels(target, classes);
        if (classes > 3)
            features = WithSpecialColumns(features, configuration.Seed);
        var forest = configuration.Fit(features, labels, run.Context);

        AssertHashes(forest, forest.PredictProbabilities(features, run.Context).AsColumnMajor(), trees, predictions);
    }

    private static void AssertHashes(FittedTrees model, ReadOnlySpan<double> predictions, string expectedTrees, string expectedPredictions)
    {
        var bytes = new RecordedBytes(model is FittedClassificationTrees);
        foreach (var tree in model.Trees)
            bytes.Write(tree);
        if (model is FittedQuantileForestRegressor forest)
            bytes.Write(forest.Leaves, [.. forest.Trees]);
        string trees = Convert.ToHexStringLower(SHA256.HashData(bytes.Written));
        string predicted = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(predictions)));

        Assert.True(expectedTrees == trees, $"The trees are others: their hash is {trees}.");
        Assert.True(expectedPredictions == predicted, $"The trees are the same, but predictions are others: their hash is {predicted}.");
    }

    // Eighths from -32 to 32 in even columns, whole numbers below 12 in odd ones; the target is a whole number.
    private static (FeatureMatrix Features, double[] Target) Draw(int seed)
    {
        var columns = new double[Columns][];
        for (int column = 0; column < Columns; column++)
        {
            var stream = Seed.Of(seed).Derive((ulong)column).Stream();
            columns[column] = new double[Rows];
            for (int row = 0; row < Rows; row++)
                columns[column][row] = column % 2 == 0 ? stream.NextBelow(513) * 0.125 - 32 : stream.NextBelow(12);
        }

        var noise = Seed.Of(seed).Derive(Columns).Stream();
        var target = new double[Rows];
        for (int row = 0; row < Rows; row++)
            target[row] = Math.Floor(columns[0][row] + 3 * columns[1][row] - 0.5 * columns[2][row]) + noise.NextBelow(16);
        return (FeatureMatrix.FromColumns(FeatureNames.Numbered(Columns), columns), target);
    }

    // The column x1 becomes categories, and values are missing in x0 and x1.
    private static FeatureMatrix WithSpecialColumns(FeatureMatrix features, int seed)
    {
        var stream = Seed.Of(seed).Derive(Columns + 1).Stream();
        double[][] columns = [.. Enumerable.Range(0, Columns).Select(column => features.Column(column).ToArray())];
        foreach (double[] column in columns[..2])
        {
            for (int row = 0; row < Rows; row++)
            {
                if (stream.NextBelow(6) == 0)
                    column[row] = double.NaN;
            }
        }

        var categories = FeatureNames.OfCategories(["x1"], [[.. Enumerable.Range(0, 12).Select(level => $"level {level}")]]);
        return FeatureMatrix.FromColumns(FeatureNames.Concatenate(new FeatureNames("x0"), categories, new FeatureNames("x2", "x3", "x4", "x5")), columns);
    }

    private static Categories Labels(double[] target, int classes) =>
        new([.. Enumerable.Range(0, classes).Select(label => $"class {label}")], [.. target.Select(value => (int)(Math.Abs(value) / 8) % classes)]);

    private static double[] Weights() => [.. Enumerable.Range(0, Rows).Select(row => (double)(row % 4))];

    private sealed class Run(int threads) : IDisposable
    {
        private readonly WorkScheduler _scheduler = new(threads);

        public FitContext Context => new(_scheduler, TestContext.Current.CancellationToken);

        public void Dispose() => _scheduler.Dispose();
    }
}
