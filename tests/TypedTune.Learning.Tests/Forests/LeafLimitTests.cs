namespace TypedTune.Learning.Tests.Forests;

/// <summary>Limits that look at the whole tree: its leaves, and what they cost.</summary>
public sealed class LeafLimitTests
{
    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(57)]
    public void MaxLeaves_AreThoseOfTheBestSplits(int leaves)
    {
        var (features, target) = Samples.Draw(5, 200, 4);
        var full = new RandomForestRegressor { Trees = 1, Sampling = new EveryRow() };
        var tree = full.FitSubmodels(features, target, Context).Limit(full).Trees[0];
        var traits = Grown(full, features, target).Traits!;

        // Of the nodes that could be split, always the one of the largest decrease.
        var open = new List<int> { 0 };
        for (int made = 1; made < leaves; made++)
        {
            int best = open.Where(node => !tree.Nodes[node].IsLeaf).MaxBy(node => traits[node].Decrease);
            open.Remove(best);
            open.AddRange([tree.Nodes[best].Left, tree.Nodes[best].Left + 1]);
        }

        var limited = (full with { MaxLeaves = leaves }).Fit(features, target, Context).Trees[0];
        Assert.Equal(leaves, limited.LeafCount);
        Assert.Equal(
            open.Select(node => traits[node].Value).Order(),
            limited.Nodes.Where(node => node.IsLeaf).Select(node => node.Value).Order());
    }

    [Theory]
    [InlineData(0.0005)]
    [InlineData(0.01)]
    [InlineData(0.5)]
    public void Pruning_CutsTheWeakestLinkUntilItIsStrongEnough(double strength)
    {
        var (features, target) = Samples.Draw(6, 200, 4);
        var full = new RandomForestRegressor { Trees = 1, Sampling = new EveryRow() };
        var tree = Grown(full, features, target);
        var isSplit = tree.Nodes.Select(node => !node.IsLeaf).ToArray();
        while (Weakest() is { } weakest && Strength(weakest) <= strength)
            isSplit[weakest] = false;

        var pruned = (full with { PruningStrength = strength }).Fit(features, target, Context).Trees[0];
        Assert.Equal(Below(0).Leaves, pruned.LeafCount);
        Assert.Equal(Below(0).Impurity / tree.NodeWeights[0], 1.0 * LeafImpurity(pruned) / tree.NodeWeights[0], 1e-9);

        int? Weakest() => Enumerable.Range(0, isSplit.Length).Where(node => isSplit[node] && IsReached(node)).Cast<int?>().MinBy(node => Strength(node!.Value));

        double Strength(int node) => (tree.Traits![node].Impurity - Below(node).Impurity) / tree.NodeWeights[0] / (Below(node).Leaves - 1);

        (double Impurity, int Leaves) Below(int node)
        {
            if (!isSplit[node])
                return (tree.Traits![node].Impurity, 1);
            var (left, right) = (Below(tree.Nodes[node].Left), Below(tree.Nodes[node].Left + 1));
            return (left.Impurity + right.Impurity, left.Leaves + right.Leaves);
        }

        bool IsReached(int node) => node == 0 || Enumerable.Range(0, isSplit.Length).Any(parent => isSplit[parent] && tree.Nodes[parent].Left is var left && (left == node || left + 1 == node) && IsReached(parent));

        double LeafImpurity(GrownTree other) => tree.Traits![0].Impurity - other.ImpurityDecreases.Sum();
    }

    [Fact]
    public void SharesOfRows_AreRoundedUp()
    {
        var (features, target) = Samples.Draw(7, 99, 3);
        var tree = new DecisionTreeRegressor();

        AssertSame(tree with { MinRowsToSplit = 10 }, tree with { MinRowsToSplit = RowCount.Fraction(0.1) });
        AssertSame(tree with { MinRowsInLeaf = 5 }, tree with { MinRowsInLeaf = RowCount.Fraction(0.05) });
        AssertSame(tree with { MinRowsToSplit = 2 }, tree with { MinRowsToSplit = 1 });

        void AssertSame(DecisionTreeRegressor expected, DecisionTreeRegressor actual) =>
            Assert.Equal(expected.Fit(features, target, Context).Tree.Nodes, actual.Fit(features, target, Context).Tree.Nodes);
    }

    [Fact]
    public void RowWeight_IsARowThatOften()
    {
        var (features, target) = Samples.Draw(8, 60, 3);
        double[] weights = [.. Enumerable.Range(0, 60).Select(row => (double)(row % 4))];
        int[] repeated = [.. Enumerable.Range(0, 60).SelectMany(row => Enumerable.Repeat(row, row % 4))];

        var tree = new DecisionTreeRegressor { MaxDepth = 3 };
        var weighted = tree.Fit(features, target, weights, Context);
        var copied = tree.Fit(features.TakeRows(repeated), Array.ConvertAll(repeated, row => target[row]), Context);

        Assert.Equal(copied.LeafCount, weighted.LeafCount);
        Assert.Equal(copied.Predict(features.TakeRows(repeated), Context), weighted.Predict(features.TakeRows(repeated), Context), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    private static GrownTree Grown(RandomForestRegressor configuration, FeatureMatrix features, double[] target) => configuration.FitSubmodels(features, target, Context).Trees[0];
}
