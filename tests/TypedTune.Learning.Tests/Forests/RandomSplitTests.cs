using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

/// <summary>Extremely randomized trees.</summary>
public sealed class RandomSplitTests
{
    private static readonly RandomForestRegressor Regressor = new() { Trees = 20, SplitRule = SplitRule.Random, Sampling = new EveryRow() };
    private static readonly RandomForestClassifier Classifier = new() { Trees = 20, SplitRule = SplitRule.Random, Sampling = new EveryRow() };

    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void Thresholds_AreDrawnEvenlyBetweenTheValues()
    {
        var features = Samples.OneColumn(10, 20);
        var thresholds = (Regressor with { Trees = 2000 }).Fit(features, [0, 1], Context).Trees.Select(tree => tree.Nodes[0].Value).ToArray();

        Assert.All(thresholds, threshold => Assert.InRange(threshold, 10, 20));
        Assert.Equal(15, thresholds.Average(), 0.3);
        Assert.InRange(thresholds.Count(threshold => threshold < 12.5), 430, 570);
    }

    [Fact]
    public void FullTrees_PredictTheirOwnRows() => Gen.Select(Gen.Int[0, 1000], Gen.Int[1, 200], Gen.Int[1, 40]).Sample((seed, rows, columns) =>
    {
        var (features, target) = Samples.Draw(seed, rows, columns);
        var labels = Samples.Labels(features, 4);

        Assert.Equal(target, (Regressor with { Trees = 1, MaxFeatures = MaxFeatures.Sqrt }).Fit(features, target, Context).Predict(features, Context));
        Assert.Equal(labels.Codes.ToArray(), (Classifier with { Trees = 1 }).Fit(features, labels, Context).Predict(features, Context).Codes.ToArray());
    }, iter: 50);

    [Fact]
    public void Threads_DoNotChangeTheModel()
    {
        var (features, target) = Samples.Draw(3, 800, 5);
        var nodes = new List<TreeNode[]>();
        foreach (int threads in (int[])[1, 2, 8])
        {
            using var scheduler = new WorkScheduler(threads);
            nodes.Add([.. Regressor.Fit(features, target, new FitContext(scheduler, TestContext.Current.CancellationToken)).Trees.SelectMany(tree => tree.Nodes)]);
        }

        Assert.All(nodes, of => Assert.Equal(nodes[0], of));
    }

    [Fact]
    public void Forest_PredictsRowsItHasNotSeen()
    {
        var (features, target) = Samples.Draw(4, 2000, 4);
        var labels = Samples.Labels(features, 3);
        int[] train = [.. Enumerable.Range(0, 1500)], test = [.. Enumerable.Range(1500, 500)];

        var numbers = Regressor.Fit(features.TakeRows(train), target[..1500], Context).Predict(features.TakeRows(test), Context);
        var classes = Classifier.Fit(features.TakeRows(train), labels.TakeRows(train), Context).Predict(features.TakeRows(test), Context);

        Assert.InRange(Metric.RSquared.Score(target[1500..], numbers), 0.85, 1);
        Assert.InRange(Metric.Accuracy.Score(labels.TakeRows(test), classes), 0.7, 0.9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Leaves_HoldAsManyRowsAsTheyMust(int rows)
    {
        var (features, target) = Samples.Draw(5, 300, 3);

        var tree = (Regressor with { Trees = 1, MinRowsInLeaf = rows, MaxFeatures = 1 }).Fit(features, target, Context).Trees[0];

        var leaves = new int[300];
        TreeTraversal.FindLeaves(tree.Nodes, [.. Enumerable.Range(0, 300).SelectMany(row => Enumerable.Range(0, 3).Select(column => features[row, column]))], 3, leaves);
        Assert.True(leaves.GroupBy(leaf => leaf).Min(group => group.Count()) >= rows);
    }

    [Fact]
    public void SmallerForest_IsASubmodel()
    {
        var (features, target) = Samples.Draw(6, 200, 4);
        var limited = Regressor with { Trees = 7, MaxDepth = 4, MinRowsToSplit = 9 };

        var shared = Regressor.FitSubmodels(features, target, Context);

        Assert.Equal(limited.Fit(features, target, Context).Trees.SelectMany(tree => tree.Nodes), shared.Limit(limited).Trees.SelectMany(tree => tree.Nodes));
    }
}
