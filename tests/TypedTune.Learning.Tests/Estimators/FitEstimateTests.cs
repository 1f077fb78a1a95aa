using CsCheck;

namespace TypedTune.Learning.Tests;

/// <summary>Estimates of predictors; those of steps are held to <see cref="StepContract{TInput, TOutput}"/>.</summary>
public sealed class FitEstimateTests
{
    private static readonly Gen<RowCount> AnyRowCount = Gen.OneOf(Gen.Int[1, 40].Select(count => RowCount.Count(count)), Gen.Double[0.001, 1].Select(RowCount.Fraction));

    // Shares alone: of a fixed number of rows, a node that must hold a share of all leaves less to split, the more there are.
    private static readonly Gen<RowSampling> AnySampling = Gen.OneOf<RowSampling>(
        Gen.Double[0.01, 1].Select(share => (RowSampling)new Bootstrap { Rows = RowCount.Fraction(share) }),
        Gen.Double[0.01, 1].Select(share => (RowSampling)new Subsample { Rows = RowCount.Fraction(share) }),
        Gen.Const<RowSampling>(new EveryRow()));

    private static readonly Gen<RandomForestRegressor> AnyForest = Gen.Select(
        Gen.Int[1, 300],
        Gen.OneOf(Gen.Const(MaxFeatures.All), Gen.Const(MaxFeatures.Sqrt), Gen.Const(MaxFeatures.Log2), Gen.Int[1, 100].Select(count => MaxFeatures.Count(count)), Gen.Double[0.01, 1].Select(MaxFeatures.Fraction)),
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 200], (depth, leaves) => (Depth: depth == 0 ? (int?)null : depth, Leaves: leaves < 2 ? (int?)null : leaves)),
        Gen.Select(AnyRowCount, AnyRowCount, AnySampling, (split, leaf, sampling) => (Split: split, Leaf: leaf, Sampling: sampling)),
        Gen.Select(Gen.Enum<RegressionCriterion>(), Gen.Enum<SplitBins>(), Gen.Enum<SplitRule>(), (criterion, bins, rule) => (Criterion: criterion, Bins: bins, Rule: rule)),
        (trees, features, limits, rows, kind) => new RandomForestRegressor
        {
            Trees = trees,
            MaxFeatures = features,
            MaxDepth = limits.Depth,
            MaxLeaves = limits.Leaves,
            MinRowsToSplit = rows.Split,
            MinRowsInLeaf = rows.Leaf,
            Sampling = rows.Sampling,
            Criterion = kind.Criterion,
            Bins = kind.Bins,
            SplitRule = kind.Rule,
        });

    public static TheoryData<object> Predictors =>
    [
        new RandomForestRegressor(), new RandomForestRegressor { MaxFeatures = 30, MinLeafWeightFraction = 0.1 },
        new RandomForestClassifier { MaxLeaves = 20, Bins = SplitBins.Exact }, new QuantileForestRegressor { Criterion = RegressionCriterion.AbsoluteError },
        new RandomForestRegressor { Sampling = new Subsample { Rows = 50 } }, new RandomForestClassifier { Sampling = new Bootstrap { Rows = 5_000 } },
        new DecisionTreeRegressor { MaxDepth = int.MaxValue }, new DecisionTreeClassifier { MonotoneConstraints = MonotoneConstraints.None.Increasing("x0") },
        new KNeighborsRegressor(), new KNeighborsClassifier { Neighbors = 1_000 }, new Ridge(),
    ];

    [Theory]
    [MemberData(nameof(Predictors))]
    public void Work_IsNoLessForMoreRowsOrColumns(object predictor) =>
        EstimateLaws.AssertGrowing(size => Assert.IsType<IFitEstimate>(predictor, exactMatch: false).EstimateFit(size));

    [Fact]
    public void ForestOfAnyLimits_TakesNoLessForMoreRowsOrColumns() => AnyForest.Sample(
        forest =>
        {
            // Of a share of the rows, leaves grow with them; where the rows drawn do not, more rows make fewer leaves, and those are less work.
            var counted = forest with { MinRowsToSplit = CountOr(forest.MinRowsToSplit, 2), MinRowsInLeaf = CountOr(forest.MinRowsInLeaf, 1) };
            EstimateLaws.AssertGrowing(size => Estimate(counted, size));
        },
        iter: 40);

    [Fact]
    public void LargerForest_TakesNoLess() => Gen.Select(AnyForest, Gen.Int[1, 20_000], Gen.Int[1, 60], Gen.Int[1, 50]).Sample((forest, rows, columns, more) =>
    {
        var size = new InputSize(rows, columns);
        var estimate = Estimate(forest, size);
        RandomForestRegressor[] larger =
        [
            forest with { Trees = forest.Trees + more },
            forest with { MaxDepth = forest.MaxDepth + more },
            forest with { MaxDepth = null },
            forest with { MaxLeaves = forest.MaxLeaves + more },
            forest with { MaxLeaves = null },
            forest with { MinRowsInLeaf = 1 },
            forest with { MinRowsToSplit = 2 },
            forest with { MaxFeatures = MaxFeatures.All },
        ];

        Assert.All(larger, other =>
        {
            Assert.True(Estimate(other, size).Work >= estimate.Work, $"{other} takes less work than {forest}.");
            Assert.True(Estimate(other, size).ModelBytes >= estimate.ModelBytes, $"{other} takes less memory than {forest}.");
        });
        Assert.True(Estimate(forest with { Trees = forest.Trees * 2 }, size).Work > estimate.Work);
    }, iter: 500);

    [Fact]
    public void BytesOfFullTrees_AreThoseOfTheirNodes()
    {
        var (features, target) = Forests.Samples.Draw(1, 3_000, 4);
        var forest = new RandomForestRegressor { Trees = 5 };

        var fitted = forest.Fit(features, target, new FitContext(WorkScheduler.Shared, TestContext.Current.CancellationToken));

        Assert.Equal(fitted.Trees.Sum(tree => 20.0 * tree.Nodes.Length), Estimate(forest, new InputSize(3_000, 4)).ModelBytes, tolerance: fitted.Trees.Count * 20.0 * 200);
    }

    [Fact]
    public void MoreNeighborsOrClusters_TakeNoLess()
    {
        var size = new InputSize(500, 3);
        Assert.True(Rising([1, 2, 10, 499, 500, 900], neighbors => new KNeighborsRegressor { Neighbors = neighbors }));
        Assert.True(Rising([1, 2, 10, 499], clusters => new KMeans { Clusters = clusters }));
        Assert.True(Rising([1, 2, 10, 499], clusters => new ClusterSimilarity { Clusters = clusters }));
        Assert.True(Rising([1, 3, 15, 16], iterations => new KMeans { MaxIterations = iterations }));

        bool Rising(int[] values, Func<int, IFitEstimate> of)
        {
            double[] work = [.. values.Select(value => of(value).EstimateFit(size).Work)];
            return work.SequenceEqual(work.Order());
        }
    }

    private static RowCount CountOr(RowCount rows, int otherwise) => rows.Match(count => count, _ => otherwise);

    private static FitEstimate Estimate(RandomForestRegressor forest, InputSize size) => ((IFitEstimate)forest).EstimateFit(size);
}
