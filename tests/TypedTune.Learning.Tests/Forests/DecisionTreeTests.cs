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
        Assert.Empty(tree.DecisionTrees[0].DecisionPath(Samples.OneColumn(1), 0).Steps);
    }

    [Fact]
    public void Path_SaysEachTurn()
    {
        var tree = new DecisionTreeRegressor { MaxDepth = 1 }.Fit(Incomes, [10, 10, 40, 40], Context).DecisionTrees[0];

        var path = tree.DecisionPath(Incomes, 0);

        var step = Assert.Single(path.Steps);
        Assert.Equal("Income ≤ 3.5 (left)", step.ToString());
        Assert.Equal("Income", step.Split.FeatureName);
        Assert.Equal(3.5, step.Split.Threshold);
        Assert.Equal(25, step.Split.Values[0]);
        Assert.Equal(4, step.Split.Weight);
        Assert.Equal(1, step.Value);
        Assert.Same(path.Leaf, step.Next);
        Assert.Equal("Income ≤ 3.5 (left)\n10 (weight 2)", path.ToString());
        Assert.Equal("Income > 3.5 (right)\n40 (weight 2)", tree.DecisionPath(Incomes, 3).ToString());
    }

    [Fact]
    public void PathsAndLeafIndices_LeadToWhatIsPredicted()
    {
        var (features, target) = Samples.Draw(1, 200, 4);
        var forest = new RandomForestRegressor { Trees = 3 }.Fit(features, target, Context);

        var leaves = forest.LeafIndices(features, Context);

        var predictions = forest.Predict(features, Context);
        Assert.Equal(3, leaves.Length);
        for (int row = 0; row < 200; row++)
        {
            var paths = forest.DecisionTrees.Select(tree => tree.DecisionPath(features, row)).ToArray();
            Assert.Equal(predictions[row], paths.Average(path => path.Leaf.Values[0]), 1e-9);
            Assert.Equal(paths.Select(path => path.Leaf.Index), leaves.Select(tree => tree[row]));
            Assert.All(paths, path => Assert.Equal(path.Steps.Count, path.Leaf.Depth));
            Assert.All(paths, path => Assert.All(path.Steps, step => Assert.Equal(features[row, step.Split.FeatureIndex], step.Value)));
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
    public void MissingNumberOnThePath_IsRefused()
    {
        var tree = new DecisionTreeRegressor().Fit(Samples.OneColumn(1, 2), [1, 2], Context).DecisionTrees[0];

        var failure = Assert.Throws<ArgumentException>(() => tree.DecisionPath(Samples.OneColumn(0, double.NaN), 1));

        Assert.StartsWith("Column x is NaN in row 1; a tree needs finite numbers. Put an imputer before it.", failure.Message);
    }

    [Fact]
    public void RowThatIsNotThere_IsRefused()
    {
        var tree = new DecisionTreeRegressor().Fit(Samples.OneColumn(1, 2), [1, 2], Context).DecisionTrees[0];

        Assert.Throws<ArgumentOutOfRangeException>(() => tree.DecisionPath(Samples.OneColumn(0), 1));
    }
}
