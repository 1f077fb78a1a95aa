using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

public sealed class DecisionTreeRegressorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static FitContext Context => new(WorkScheduler.Shared, Token);

    [Fact]
    public void StepFunction_IsLearnedExactly()
    {
        var x = Enumerable.Range(0, 100).Select(i => i / 10.0).ToArray();
        var y = x.Select(value => value <= 3.2 ? -1.0 : value <= 7.7 ? 5 : 2).ToArray();

        var tree = new DecisionTreeRegressor().Fit(Samples.OneColumn(x), y, Context);

        Assert.Equal(y, tree.Predict(Samples.OneColumn(x), Context));
        Assert.Equal(3, tree.LeafCount);
        Assert.Equal(5, tree.NodeCount);
        Assert.Equal(2, tree.Depth);
        Assert.Equal(-1.0, tree.Predict(Samples.OneColumn(3.2499), Context)[0]);
        Assert.Equal(5.0, tree.Predict(Samples.OneColumn(3.2501), Context)[0]);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    [InlineData(3000)]
    public void UnlimitedTree_ReproducesDistinctTargets(int rows)
    {
        // Of more than 256 values some share a bin, so that other columns must tell their rows apart.
        var (features, target) = Samples.Draw(1, rows, 6);

        var tree = new DecisionTreeRegressor().Fit(features, target, Context);

        Assert.Equal(target, tree.Predict(features, Context));
        Assert.Equal(rows, tree.LeafCount);
    }

    [Theory]
    [InlineData(SplitBins.Automatic)]
    [InlineData(SplitBins.PerNode)]
    [InlineData(SplitBins.Exact)]
    public void SmallTrees_EqualTheReference(SplitBins bins) =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[2, 90], Gen.Int[1, 11], Gen.Int[1, 6], Gen.Int[2, 6], Gen.Int[1, 4]).Sample((seed, rows, columns, depth, split, leaf) =>
        {
            var (features, target) = Samples.Draw(seed, rows, columns);
            var matrix = Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, columns).Select(c => features[r, c]).ToArray()).ToArray();

            // Two rows can be cut equally well on each feature; depth and size stop before that.
            split = Math.Max(columns > 1 ? 4 : 2, split);
            leaf = columns > 1 ? Math.Max(2, leaf) : leaf;
            var configuration = new DecisionTreeRegressor { MaxDepth = depth, MinRowsToSplit = split, MinRowsInLeaf = leaf, Bins = bins, Seed = seed };
            var expected = ReferenceTree.Grow(matrix, target, depth, split, leaf).ToString();
            var actual = configuration.Fit(features, target);
            return ReferenceTree.Describe(actual.Tree.Nodes) == expected || HasTie(actual, expected, features);
        }, iter: 200);

    [Theory]
    [InlineData(SplitBins.PerColumn)]
    [InlineData(SplitBins.PerNode)]
    public void FewDistinctValues_AreSplitAsExactly(SplitBins bins)
    {
        var (features, target) = Samples.Draw(11, 3000, 6, levels: 200);
        var configuration = new DecisionTreeRegressor { MinRowsInLeaf = 20 };

        var exact = (configuration with { Bins = SplitBins.Exact }).Fit(features, target, Context);
        var binned = (configuration with { Bins = bins }).Fit(features, target, Context);

        Assert.Equal(exact.LeafCount, binned.LeafCount);
        Assert.Equal(exact.Predict(features, Context), binned.Predict(features, Context), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void BinsOfManyValues_CostLittle()
    {
        var (features, target) = Samples.Draw(13, 4000, 6);
        var (test, truth) = Samples.Draw(14, 2000, 6);
        var configuration = new RandomForestRegressor { Trees = 20, MaxFeatures = 3 };

        double exact = Samples.SquaredError((configuration with { Bins = SplitBins.Exact }).Fit(features, target, Context).Predict(test, Context), truth);
        double binned = Samples.SquaredError((configuration with { Bins = SplitBins.PerColumn }).Fit(features, target, Context).Predict(test, Context), truth);

        Assert.InRange(binned / exact, 0.97, 1.03);
    }

    [Fact]
    public void TiedRunOfMixedTargets_FindsItsOnlySplit()
    {
        var tree = new DecisionTreeRegressor().Fit(Samples.OneColumn(1, 1, 2), [0, 1, 1], Context);

        Assert.Equal([0.5, 0.5, 1], tree.Predict(Samples.OneColumn(1, 1, 2), Context));
        Assert.Equal(2, tree.LeafCount);
    }

    [Fact]
    public void SplitWithoutGain_IsMade()
    {
        var features = FeatureMatrix.FromColumns(new FeatureNames("a", "b"), [0, 0, 1, 1], [0, 1, 0, 1]);

        var tree = new DecisionTreeRegressor().Fit(features, [0, 1, 1, 0], Context);

        Assert.Equal([0, 1, 1, 0], tree.Predict(features, Context));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    public void MinRowsInLeaf_IsRespected(int least)
    {
        var (features, target) = Samples.Draw(3, 500, 4, levels: 30);

        var tree = new DecisionTreeRegressor { MinRowsInLeaf = least }.Fit(features, target, Context);

        var rows = tree.Predict(features, Context).GroupBy(value => value).Select(group => group.Count()).ToArray();
        Assert.True(rows.Min() >= least);
        Assert.True(rows.Length > 5);
    }

    [Fact]
    public void LimitedTree_IsTheFullTreeCutOff() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[1, 300], Gen.Int[1, 12], Gen.Int[2, 40], Gen.Bool).Sample((seed, rows, depth, split, few) =>
        {
            var (features, target) = Samples.Draw(seed, rows, 5, few ? 4 : 0);
            var full = new DecisionTreeRegressor { Seed = seed, MaxFeatures = 2 };
            var limited = full with { MaxDepth = depth, MinRowsToSplit = split };
            var bigger = full.Fit(features, target).Tree.Nodes;
            var smaller = limited.Fit(features, target).Tree.Nodes;
            var all = Enumerable.Range(0, rows).ToArray();
            return IsTruncation(bigger, 0, smaller, 0, all, features, depth, split);
        }, iter: 200);

    [Fact]
    public void ConstantTarget_GivesOneLeaf()
    {
        var (features, _) = Samples.Draw(4, 50, 3);

        var tree = new DecisionTreeRegressor().Fit(features, [.. Enumerable.Repeat(0.1, 50)], Context);

        Assert.Equal(1, tree.NodeCount);
        Assert.Equal(0, tree.Depth);
        Assert.All(tree.Predict(features, Context), value => Assert.Equal(0.1, value));
        Assert.All(tree.FeatureImportances, item => Assert.Equal(0, item.Importance));
    }

    [Fact]
    public void ConstantColumn_IsNeverSplitOn()
    {
        var (varying, target) = Samples.Draw(5, 400, 1);
        var features = FeatureMatrix.FromColumns(new FeatureNames("a", "b", "c"), Enumerable.Repeat(7.0, 400).ToArray(), varying.Column(0).ToArray(), new double[400]);

        var tree = new DecisionTreeRegressor { MaxFeatures = 1 }.Fit(features, target, Context);

        Assert.All(tree.Tree.Nodes.Where(node => !node.IsLeaf), node => Assert.Equal(1, node.Column));
        Assert.Equal(1, tree.FeatureImportances[1].Importance);
    }

    [Theory]
    [InlineData(1e-140)]
    [InlineData(1e-30)]
    [InlineData(1e30)]
    [InlineData(1e140)]
    public void TargetsOfAnyMagnitude_AreLearned(double unit)
    {
        var (features, target) = Samples.Draw(6, 300, 3);
        var scaled = target.Select(value => value * unit).ToArray();

        var tree = new DecisionTreeRegressor().Fit(features, scaled, Context);

        Assert.Equal(scaled, tree.Predict(features, Context));
    }

    [Fact]
    public void TargetsFarFromZero_GiveTheSameSplits()
    {
        var (features, target) = Samples.Draw(7, 300, 3);
        var whole = target.Select(value => Math.Round(value * 1000)).ToArray();
        var shifted = whole.Select(value => value + (1L << 40)).ToArray();
        var configuration = new DecisionTreeRegressor { MinRowsInLeaf = 10 };

        var near = configuration.Fit(features, whole, Context);
        var far = configuration.Fit(features, shifted, Context);

        Assert.Equal(near.Tree.Nodes.Where(node => !node.IsLeaf), far.Tree.Nodes.Where(node => !node.IsLeaf));
    }

    [Fact]
    public void NeighbouringValues_AreToldApart()
    {
        double next = Math.BitIncrement(1.0);

        var tree = new DecisionTreeRegressor().Fit(Samples.OneColumn(1, next, double.MaxValue, -double.MaxValue), [1, 2, 3, 4], Context);

        Assert.Equal([1, 2, 3, 4], tree.Predict(Samples.OneColumn(1, next, double.MaxValue, -double.MaxValue), Context));
    }

    private static bool IsTruncation(TreeNode[] full, int at, TreeNode[] limited, int index, int[] rows, FeatureMatrix features, int depth, int split)
    {
        var node = full[at];
        var other = limited[index];
        if (node.IsLeaf || depth == 0 || rows.Length < split)
            return other.IsLeaf && (!node.IsLeaf || other.Value == node.Value);
        if (other.IsLeaf || other.Column != node.Column || other.Value != node.Value)
            return false;
        var left = rows.Where(row => features[row, node.Column] <= node.Value).ToArray();
        return IsTruncation(full, node.Left, limited, other.Left, left, features, depth - 1, split)
            && IsTruncation(full, node.Left + 1, limited, other.Left + 1, [.. rows.Except(left)], features, depth - 1, split);
    }

    // Different columns may cut the same rows off, so texts may differ where nothing is lost: then the fit is as good.
    private static bool HasTie(FittedDecisionTreeRegressor tree, string expected, FeatureMatrix features) =>
        ReferenceTree.Describe(tree.Tree.Nodes).Count(c => c == '(') == expected.Count(c => c == '(')
        && tree.Predict(features).Select(value => value.ToString("G6")).Distinct().All(expected.Contains);
}
