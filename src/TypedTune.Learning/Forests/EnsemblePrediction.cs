namespace TypedTune.Learning;

/// <summary>The mean prediction of trees.</summary>
internal static class EnsemblePrediction
{
    // So many rows stay in the second-level cache beside a tree, and each tree is fetched once for all of them.
    private const int BlockRows = 256;

    /// <summary>Predicts rows, in parallel over blocks of them; each row's sum is taken in the order of the trees.</summary>
    /// <param name="trees">At least one.</param>
    /// <param name="features">M × P, finite.</param>
    /// <param name="context">Whose threads to borrow.</param>
    public static double[] Mean(IReadOnlyList<RegressionTree> trees, FeatureMatrix features, FitContext context)
    {
        var predictions = new double[features.RowCount];
        int columns = features.ColumnCount;
        context.For((features.RowCount + BlockRows - 1) / BlockRows, block =>
        {
            int start = block * BlockRows;
            var sums = predictions.AsSpan(start, Math.Min(BlockRows, features.RowCount - start));
            var rows = new double[sums.Length * columns];
            for (int c = 0; c < columns; c++)
            {
                var column = features.Column(c).Slice(start, sums.Length);
                for (int i = 0; i < column.Length; i++)
                    rows[i * columns + c] = column[i];
            }

            foreach (var tree in trees)
                TreePrediction.Add(tree.Nodes, rows, columns, sums);
            foreach (ref double sum in sums)
                sum /= trees.Count;
        });
        return predictions;
    }
}
