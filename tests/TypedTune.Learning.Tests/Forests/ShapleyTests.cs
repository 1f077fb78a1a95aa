using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

public sealed class ShapleyTests
{
    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void Contributions_AreTheShapleyValues() => Gen.Select(Gen.Int[1, 1000], Gen.Int[1, 60], Gen.Int[1, 5], Gen.Int[1, 8], Gen.Bool).Sample(
        (seed, rows, columns, depth, hasSpecial) =>
        {
            var (numbers, target) = Samples.Draw(seed, rows, columns, levels: 6);
            var features = hasSpecial ? Samples.WithSpecialColumns(numbers, seed) : numbers;
            var forest = new RandomForestRegressor { Trees = 3, MaxDepth = depth, Seed = seed }.Fit(features, target, Context);

            var contributions = forest.Contributions(features, ContributionMethod.Shapley, Context);

            for (int row = 0; row < rows; row++)
            {
                double[] values = [.. Enumerable.Range(0, columns).Select(column => features[row, column])];
                for (int column = 0; column < columns; column++)
                    Assert.Equal(forest.Trees.Average(tree => ByDefinition(tree, NodeValues.Of(tree, 0), values, column)), contributions.Values[row, column], 1e-9);
            }
        },
        iter: 30);

    [Fact]
    public void Labels_AreTakenApartEachByItself()
    {
        var (features, _) = Samples.Draw(1, 60, 3, levels: 6);
        var forest = new RandomForestClassifier { Trees = 2, MinRowsInLeaf = 3 }.Fit(features, Samples.Labels(features, 3), Context);

        var contributions = forest.Contributions(features, ContributionMethod.Shapley, Context);

        for (int label = 0; label < 3; label++)
        {
            for (int row = 0; row < 60; row++)
            {
                double[] values = [features[row, 0], features[row, 1], features[row, 2]];
                double Share(GrownTree tree, int column)
                {
                    var shares = NodeValues.Of(tree, 3);
                    return ByDefinition(tree, [.. Enumerable.Range(0, tree.Nodes.Length).Select(node => shares[node * 3 + label])], values, column);
                }

                for (int column = 0; column < 3; column++)
                    Assert.Equal(forest.Trees.Average(tree => Share(tree, column)), contributions[label].Values[row, column], 1e-9);
            }
        }
    }

    [Fact]
    public void DeepTreesOfManyColumns_AddUpToThePrediction()
    {
        var (features, target) = Samples.Draw(2, 1500, 40);
        double[] steep = [.. target.Select((value, row) => value + Math.Exp(features[row, 0] * 3))];
        var forest = new RandomForestRegressor { Trees = 5 }.Fit(features, steep, Context);
        var some = features.TakeRows([.. Enumerable.Range(0, 70)]);

        var contributions = forest.Contributions(some, ContributionMethod.Shapley, Context);

        double[] sums = [.. Enumerable.Range(0, 70).Select(row => contributions.Bias + contributions.Of(row).Sum(item => item.Contribution))];
        Assert.True(forest.Trees.Max(tree => tree.Depth) > 18);
        Matrices.AssertClose(forest.Predict(some, Context), sums, 1e-9);
    }

    [Fact]
    public void FeaturesThatDoAlike_AreCreditedAlike()
    {
        // y is 1 where both are 1: whichever is split on first, each has half of what is left to say.
        var features = FeatureMatrix.FromColumns(new FeatureNames("a", "b"), [0, 0, 1, 1], [0, 1, 0, 1]);
        var tree = new DecisionTreeRegressor().Fit(features, [0, 0, 0, 1], Context);

        var shapley = tree.Contributions(features, ContributionMethod.Shapley, Context);
        var path = tree.Contributions(features, context: Context);

        Assert.Equal(0.25, shapley.Bias);
        Assert.Equal(0.375, shapley.Values[3, 0], 1e-12);
        Assert.Equal(0.375, shapley.Values[3, 1], 1e-12);
        Assert.Equal([0.25, 0.5], new[] { path.Values[3, 0], path.Values[3, 1] }.Order());
    }

    [Fact]
    public void OneLeaf_ContributesNothing()
    {
        var features = Samples.OneColumn(1, 2);

        var contributions = new DecisionTreeRegressor().Fit(features, [4, 4], Context).Contributions(features, ContributionMethod.Shapley, Context);

        Assert.Equal(4, contributions.Bias);
        Assert.Equal([0, 0], contributions.Values.Column(0).ToArray());
    }

    [Fact]
    public void Threads_DoNotChangeTheContributions()
    {
        var (features, target) = Samples.Draw(3, 300, 4);
        var forest = new RandomForestRegressor { Trees = 6 }.Fit(features, target, Context);
        var results = new List<double[]>();
        foreach (int threads in (int[])[1, 2, 8])
        {
            using var scheduler = new WorkScheduler(threads);
            results.Add(forest.Contributions(features, ContributionMethod.Shapley, new FitContext(scheduler, TestContext.Current.CancellationToken)).Values.AsColumnMajor().ToArray());
        }

        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    [Fact]
    public void UndeclaredMethod_IsRefused()
    {
        var tree = new DecisionTreeRegressor().Fit(Samples.OneColumn(1, 2), [4, 5], Context);

        Assert.StartsWith("The method 7 is not one of those declared.", Assert.Throws<ArgumentOutOfRangeException>(() => tree.Contributions(Samples.OneColumn(1), (ContributionMethod)7, Context)).Message);
    }

    // The mean over all sets of other features that may be known before, each by the orders that lead to it.
    private static double ByDefinition(GrownTree tree, double[] values, double[] row, int column)
    {
        int columns = row.Length;
        double sum = 0;
        for (int known = 0; known < 1 << columns; known++)
        {
            if ((known >> column & 1) != 0)
                continue;
            int size = System.Numerics.BitOperations.PopCount((uint)known);
            double orders = Factorial(size) * Factorial(columns - size - 1) / Factorial(columns);
            sum += orders * (Expectation(tree, values, row, known | 1 << column, 0) - Expectation(tree, values, row, known, 0));
        }

        return sum;
    }

    private static double Expectation(GrownTree tree, double[] values, double[] row, int known, int index)
    {
        var node = tree.Nodes[index];
        if (node.IsLeaf)
            return values[index];
        if ((known >> node.Column & 1) != 0)
            return Expectation(tree, values, row, known, tree.Next(node, row));
        double left = tree.NodeWeights[node.Left], right = tree.NodeWeights[node.Left + 1];
        return (left * Expectation(tree, values, row, known, node.Left) + right * Expectation(tree, values, row, known, node.Left + 1)) / (left + right);
    }

    private static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
