using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

/// <summary>A forest that is asked for a row at a time: laid out in blocks once enough rows have come.</summary>
public sealed class RowForestTests
{
    [Fact]
    public void Blocks_EqualTheTreesAlsoAtThresholds() => Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 400], Gen.Int[1, 40], Gen.Int[1, 300], Gen.Int[0, 20]).Sample((seed, rows, columns, trees, levels) =>
    {
        var (features, target) = Samples.Draw(seed, rows, columns, levels);
        var forest = new RandomForestRegressor { Trees = trees, MaxFeatures = MaxFeatures.Sqrt, Seed = seed }.Fit(features, target);
        GrownTree[] grown = [.. forest.Trees];
        double[] thresholds = [.. grown.SelectMany(tree => tree.Nodes).Where(node => !node.IsLeaf).Select(node => node.Value), 0, -0.0, 1e300, -1e300, 1e-300];

        var blocks = BlockedForest.FromTrees(grown);

        var stream = Seed.Of(seed).Stream();
        var row = new double[columns];
        var values = new double[BlockedForest.Group];
        for (int turn = 0; turn < 10; turn++)
        {
            foreach (ref double value in row.AsSpan())
                value = Samples.Near(ref stream, thresholds);
            for (int first = 0; first < trees; first += BlockedForest.Group)
            {
                int count = Math.Min(BlockedForest.Group, trees - first);
                blocks.FindValues(first, row, values.AsSpan(0, count));
                Assert.Equal(grown.Skip(first).Take(count).Select(tree => TreeTraversal.FindValue(tree, row)), values.Take(count));
            }
        }
    }, iter: 30);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_PredictTheSameBeforeAndAfterTheLayout(bool isSpecial)
    {
        var (features, target) = Samples.Draw(3, 2 * RowForest.RowsBeforeLayout, 6);
        if (isSpecial)
            features = Samples.WithSpecialColumns(features, 3);
        var forest = new RandomForestRegressor { Trees = 150, MinRowsInLeaf = 2 }.Fit(features, target);
        var classes = new RandomForestClassifier { Trees = 20, MinRowsInLeaf = 4 }.Fit(features, Samples.Labels(features, 3));
        double[] expected = forest.Predict(features);
        var probabilities = classes.PredictProbabilities(features);

        for (int i = 0; i < features.RowCount; i++)
        {
            double[] row = [.. Enumerable.Range(0, features.ColumnCount).Select(column => features[i, column])];
            Assert.Equal(expected[i], forest.PredictRow(row, features.Names));
            Assert.Equal(Enumerable.Range(0, 3).Select(label => probabilities[i, label]), classes.PredictRowProbabilities(row, features.Names).Values);
        }
    }

    [Fact]
    public void Threads_ThatComeWhileTheLayoutIsMade_PredictTheSame()
    {
        var (features, target) = Samples.Draw(5, 1000, 4);
        var forest = new RandomForestRegressor { Trees = 60 }.Fit(features, target);
        double[] expected = forest.Predict(features);
        double[] rows = [.. Enumerable.Range(0, 4000).Select(i => features[i / 4, i % 4])];

        var predictions = new double[4 * 1000];
        Parallel.For(0, predictions.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 },
            i => predictions[i] = forest.PredictRow(rows.AsSpan(i % 1000 * 4, 4), features.Names));

        for (int i = 0; i < predictions.Length; i++)
            Assert.Equal(expected[i % 1000], predictions[i]);
    }

    [Fact]
    public void TreesOfCategories_AreNotLaidOut()
    {
        var (features, target) = Samples.Draw(4, 200, 6);
        var forest = new RandomForestRegressor { Trees = 5 }.Fit(Samples.WithSpecialColumns(features, 4), target);

        Assert.False(BlockedForest.Suits([.. forest.Trees], 6));
        Assert.True(BlockedForest.Suits([.. new RandomForestRegressor { Trees = 5 }.Fit(features, target).Trees], 6));
    }
}
