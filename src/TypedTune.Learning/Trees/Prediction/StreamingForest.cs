namespace TypedTune.Learning;

/// <summary>
/// A forest that predicts while it grows: each tree is asked for its predictions in the buffers that it grew in, while they
/// are in the cache, and then gives way to the next. Writing down every tree and reading it again took a sixth more.
/// </summary>
internal static class StreamingForest
{
    /// <summary>Whether rows are so few that predicting tree by tree is faster than by all trees block by block.</summary>
    /// <param name="rows">What is to be predicted.</param>
    public static bool Suits(IReadOnlyList<FeatureMatrix> rows) => Suits(rows.Sum(matrix => (long)matrix.RowCount * matrix.ColumnCount));

    /// <summary>Whether so many values are so few that predicting tree by tree is faster.</summary>
    /// <param name="values">How many values they have together.</param>
    public static bool Suits(long values) => values <= RowBlocks.MaxValues;

    /// <summary>Grows trees and adds up what they predict.</summary>
    /// <param name="plan">What the trees have in common.</param>
    /// <param name="configuration">The forest.</param>
    /// <param name="names">The columns that it learns from.</param>
    /// <param name="rows">What is predicted.</param>
    /// <param name="context">Whose threads to borrow.</param>
    /// <returns>For each matrix the mean of the trees' predictions, a number a row; of a classification a share a class, row after row.</returns>
    /// <exception cref="ArgumentException">Rows have other columns or an illegal number; the message names row and column.</exception>
    public static double[][] Predict(ForestPlan plan, ForestConfiguration configuration, FeatureNames names, IReadOnlyList<FeatureMatrix> rows, FitContext context)
    {
        foreach (var matrix in rows)
            TrainingData.RequireRows(matrix, names, configuration.EstimatorName);
        var seed = Seed.Of(configuration.Seed);
        int width = Math.Max(1, plan.Classes);
        RowBlock[] blocks = [.. rows.Select(matrix => RowBlocks.Of(matrix, configuration.Trees, 0, matrix.RowCount))];
        OrderedSum[] sums = Array.ConvertAll(blocks, block => new OrderedSum(block.Count * width));
        ForestGrowth.For(plan, configuration.Trees, context, (tree, grower) =>
        {
            var grown = grower.GrowInPlace(seed.Derive(tree), context.CancellationToken);
            for (int i = 0; i < blocks.Length; i++)
            {
                int[] buffer = Buffers<int>.Rent(blocks[i].Count);
                var leaves = buffer.AsSpan(0, blocks[i].Count);
                TreeTraversal.FindLeaves(grown, blocks[i], leaves);
                var predictions = sums[i].Rent();
                Say(grown, leaves, plan.Classes, predictions);
                sums[i].Add(tree, predictions);
                Buffers<int>.Return(buffer);
            }
        });
        foreach (var block in blocks)
            block.Dispose();
        return Array.ConvertAll(sums, sum => plan.Units.Give(EnsemblePrediction.Divide(sum.Sums, configuration.Trees)));
    }

    private static void Say(GrownTree tree, ReadOnlySpan<int> leaves, int classes, double[] predictions)
    {
        for (int row = 0; row < leaves.Length; row++)
        {
            double leaf = tree.Nodes[leaves[row]].Value;
            if (classes == 0)
                predictions[row] = leaf;
            else
                LeafDistribution.AddTo(leaf, tree.Distributions, predictions.AsSpan(row * classes, classes));
        }
    }
}
