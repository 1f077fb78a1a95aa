namespace TypedTune.Learning.Tests.Forests;

public sealed class DecisionTreeTests
{
    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    private static FeatureMatrix Incomes => FeatureMatrix.FromColumns(new FeatureNames("Income", "Age"), [1, 2, 5, 6], [7, 3, 7, 7]);

    [Fact]
    public void Tree_PrintsAsIndentedText()
    {
        var tree = new DecisionTreeRegressor().Fit(Incomes, [10, 10, 30, 50], Context);

        Assert.Equal(
            "Income ≤ 3.5: 10 (weight 2)\nIncome > 3.5\n  Income ≤ 5.5: 30 (weight 1)\n  Income > 5.5: 50 (weight 1)",
            tree.ToString());
    }

    [Fact]
    public void Leaf_PrintsTheSharesOfItsLabels()
    {
        var tree = new DecisionTreeClassifier { MaxDepth = 1 }.Fit(
            Samples.OneColumn(1, 1, 1, 1, 2), new Categories(["INLAND", "ISLAND", "BAY"], [0, 0, 0, 1, 2]), Context);

        Assert.Equal("x ≤ 1.5: INLAND 75 %, ISLAND 25 % (weight 4)\nx > 1.5: BAY 100 % (weight 1)", tree.ToString());
    }

    [Fact]
    public void TreeOfOneLeaf_PrintsIt()
    {
        var tree = new DecisionTreeRegressor().Fit(Samples.OneColumn(1, 2), [4, 4], Context);

        Assert.Equal("4 (weight 2)", tree.ToString());
        Assert.IsType<DecisionLeaf>(tree.DecisionTrees[0].Root);
        Assert.Empty(tree.DecisionTrees[0].DecisionPaths(Samples.OneColumn(1))[0].Steps);
    }

    [Fact]
    public void Path_SaysEachTurn()
    {
        var tree = new DecisionTreeRegressor { MaxDepth = 1 }.Fit(Incomes, [10, 10, 40, 40], Context).DecisionTrees[0];

        var path = tree.DecisionPaths(Incomes)[0];

        var step = Assert.Single(path.Steps);
        Assert.Equal("Income ≤ 3.5 (left)", step.ToString());
        Assert.Equal("Income", step.Split.FeatureName);
        Assert.Equal(3.5, Assert.IsType<ThresholdSplit>(step.Split).Threshold);
        Assert.Equal(25, step.Split.Values[0]);
        Assert.Equal(4, step.Split.Weight);
        Assert.Equal(1, step.Value);
        Assert.Same(path.Leaf, step.Next);
        Assert.Equal("Income ≤ 3.5 (left)\n10 (weight 2)", path.ToString());
        Assert.Equal("Income > 3.5 (right)\n40 (weight 2)", tree.DecisionPaths(Incomes)[3].ToString());
    }

    [Fact]
    public void PathsAndLeafIndices_LeadToWhatIsPredicted()
    {
        var (numbers, target) = Samples.Draw(1, 200, 4);
        var features = Samples.WithSpecialColumns(numbers, 1);
        var forest = new RandomForestRegressor { Trees = 3 }.Fit(features, target, Context);

        var leaves = forest.LeafIndices(features, Context);

        var predictions = forest.Predict(features, Context);
        DecisionPath[][] ofTrees = [.. forest.DecisionTrees.Select(tree => tree.DecisionPaths(features))];
        Assert.Equal(3, leaves.Length);
        for (int row = 0; row < 200; row++)
        {
            DecisionPath[] paths = [.. ofTrees.Select(tree => tree[row])];
            Assert.Equal(predictions[row], paths.Average(path => path.Leaf.Values[0]), 1e-9);
            Assert.Equal(paths.Select(path => path.Leaf.Index), leaves.Select(tree => tree[row]));
            Assert.All(paths, path => Assert.Equal(path.Steps.Count, path.Leaf.Depth));
            Assert.All(paths, path => Assert.All(path.Steps, step => Assert.Equal(features[row, step.Split.FeatureIndex], step.Value)));
            Assert.All(paths, path => Assert.All(path.Steps, step => Assert.Equal(double.IsNaN(step.Value) && step.Split.MissingGoesLeft, double.IsNaN(step.Value) && step.GoesLeft)));
        }
    }

    [Fact]
    public void Nodes_HoldWhatIsBelowThem()
    {
        var (features, target) = Samples.Draw(2, 300, 4);
        var labels = Samples.Labels(features, 3);
        DecisionTree[] trees =
        [
            .. new RandomForestRegressor { Trees = 3 }.Fit(features, target, Context).DecisionTrees,
            .. new RandomForestClassifier { Trees = 3, MinRowsInLeaf = 4 }.Fit(features, labels, Context).DecisionTrees,
        ];

        foreach (var tree in trees)
        {
            Assert.Equal(300, tree.Root.Weight);
            Assert.Equal(tree.Nodes.Select((_, index) => index), tree.Nodes.Select(node => node.Index));
            Assert.Equal(tree.LeafCount, tree.Nodes.OfType<DecisionLeaf>().Count());
            Assert.Equal(tree.Depth, tree.Nodes.Max(node => node.Depth));
            foreach (var split in tree.Nodes.OfType<DecisionSplit>())
            {
                Assert.Equal(split.Weight, split.Left.Weight + split.Right.Weight, 1e-3);
                for (int i = 0; i < split.Values.Count; i++)
                    Assert.Equal(split.Weight * split.Values[i], split.Left.Weight * split.Left.Values[i] + split.Right.Weight * split.Right.Values[i], 1e-9 * split.Weight);
            }
        }
    }

    [Fact]
    public void MissingNumber_SaysItsWay()
    {
        var features = Samples.OneColumn(1, 2, 9, double.NaN, double.NaN);
        var tree = new DecisionTreeRegressor { MaxDepth = 1 }.Fit(features, [1, 1, 5, 5, 5], Context).DecisionTrees[0];

        var path = tree.DecisionPaths(features)[3];

        Assert.Equal("x missing (right)\n5 (weight 3)", path.ToString());
        Assert.False(path.Steps[0].Split.MissingGoesLeft);
        Assert.True(double.IsNaN(path.Steps[0].Value));
    }

    [Fact]
    public void SplitOfCategories_NamesThem()
    {
        var soils = Categories.From(["clay", "loam", "sand", "clay", "loam", "sand"]);
        var names = FeatureNames.OfCategories(["Soil"], [[.. soils.Levels]]);
        var features = FeatureMatrix.FromColumnMajor([.. soils.Codes.ToArray().Select(code => (double)code)], 6, names);

        var tree = new DecisionTreeRegressor().Fit(features, [1, 5, 1, 1, 5, 1], Context);

        var split = Assert.IsType<CategorySplit>(tree.DecisionTrees[0].Root);
        string[] left = [.. split.LeftCategories];
        Assert.Contains(string.Join(' ', left), (string[])["clay sand", "loam"]);
        bool isLoamLeft = left.Length == 1;
        Assert.Equal(isLoamLeft ? "Soil in {loam} (left)\n5 (weight 2)" : "Soil not in {clay, sand} (right)\n5 (weight 2)", tree.DecisionTrees[0].DecisionPaths(features)[1].ToString());
    }

    [Fact]
    public void InfiniteNumber_IsRefused()
    {
        var tree = new DecisionTreeRegressor().Fit(Samples.OneColumn(1, 2), [1, 2], Context).DecisionTrees[0];

        var failure = Assert.Throws<ArgumentException>(() => tree.DecisionPaths(Samples.OneColumn(0, double.PositiveInfinity)));

        Assert.StartsWith("Column x is Infinity in row 1; DecisionTree takes finite and missing numbers.", failure.Message);
    }
}
