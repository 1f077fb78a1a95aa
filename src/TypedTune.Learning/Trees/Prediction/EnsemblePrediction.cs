namespace TypedTune.Learning;

/// <summary>Predicts with several trees. Each row's sum is taken in the order of the trees: the same bits on any number of threads.</summary>
internal static class EnsemblePrediction
{
    private delegate void TreeVisitor(int tree, int firstRow, ReadOnlySpan<int> leaves);

    /// <summary>The mean of the trees' predictions.</summary>
    /// <param name="trees">At least one, of a regression.</param>
    /// <param name="features">M × P.</param>
    /// <param name="context">Whose threads to borrow.</param>
    public static double[] Mean(IReadOnlyList<GrownTree> trees, FeatureMatrix features, FitContext context)
    {
        var predictions = new double[features.RowCount];
        Visit(trees, features, context, (tree, firstRow, leaves) =>
        {
            var sums = predictions.AsSpan(firstRow, leaves.Length);
            for (int row = 0; row < leaves.Length; row++)
                sums[row] += trees[tree].Nodes[leaves[row]].Value;
        });
        return Divide(predictions, trees.Count);
    }

    /// <summary>The mean of the trees' shares of each class.</summary>
    /// <param name="trees">At least one, of a classification.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="features">M × P.</param>
    /// <param name="context">Whose threads to borrow.</param>
    /// <returns>M × classes, row after row.</returns>
    public static double[] ClassShares(IReadOnlyList<GrownTree> trees, int classes, FeatureMatrix features, FitContext context)
    {
        var shares = new double[(long)features.RowCount * classes];
        Visit(trees, features, context, (tree, firstRow, leaves) =>
        {
            for (int row = 0; row < leaves.Length; row++)
                AddShares(trees[tree], leaves[row], shares, classes, firstRow + row);
        });
        return Divide(shares, trees.Count);
    }

    /// <summary>Sums over trees as means, in place.</summary>
    public static double[] Divide(double[] sums, int trees)
    {
        foreach (ref double sum in sums.AsSpan())
            sum /= trees;
        return sums;
    }

    /// <summary>The leaf that each row ends in.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="features">M × P.</param>
    /// <param name="context">Whose threads to borrow.</param>
    /// <returns>For each tree, M numbers of nodes.</returns>
    public static int[][] Leaves(IReadOnlyList<GrownTree> trees, FeatureMatrix features, FitContext context)
    {
        int[][] result = [.. trees.Select(_ => new int[features.RowCount])];
        Visit(trees, features, context, (tree, firstRow, leaves) => leaves.CopyTo(result[tree].AsSpan(firstRow)));
        return result;
    }

    /// <summary>The predictions of those trees that did not learn from a row, added up.</summary>
    /// <param name="trees">The trees, of a regression.</param>
    /// <param name="outOfBag">Which those are.</param>
    /// <param name="features">The training rows.</param>
    /// <param name="context">Whose threads to borrow.</param>
    /// <returns>N sums over the trees that did not learn from the row.</returns>
    public static double[] OutOfBagSums(IReadOnlyList<GrownTree> trees, OutOfBagRows outOfBag, FeatureMatrix features, FitContext context)
    {
        var sums = new double[features.RowCount];
        Visit(trees, features, context, (tree, firstRow, leaves) =>
        {
            for (int row = 0; row < leaves.Length; row++)
            {
                if (outOfBag.Contains(tree, firstRow + row))
                    sums[firstRow + row] += trees[tree].Nodes[leaves[row]].Value;
            }
        });
        return sums;
    }

    /// <summary>Adds up the shares of classes of the trees that did not learn from each row.</summary>
    /// <param name="trees">The trees, of a classification.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="outOfBag">Which trees did not learn from a row.</param>
    /// <param name="features">The training rows.</param>
    /// <param name="context">Whose threads to borrow.</param>
    /// <returns>N × classes sums, row after row.</returns>
    public static double[] OutOfBagShareSums(IReadOnlyList<GrownTree> trees, int classes, OutOfBagRows outOfBag, FeatureMatrix features, FitContext context)
    {
        var shares = new double[(long)features.RowCount * classes];
        Visit(trees, features, context, (tree, firstRow, leaves) =>
        {
            for (int row = 0; row < leaves.Length; row++)
            {
                if (outOfBag.Contains(tree, firstRow + row))
                    AddShares(trees[tree], leaves[row], shares, classes, firstRow + row);
            }
        });
        return shares;
    }

    private static void AddShares(GrownTree tree, int leaf, double[] shares, int classes, int row) =>
        LeafDistribution.AddTo(tree.Nodes[leaf].Value, tree.Distributions, shares.AsSpan(row * classes, classes));

    // In parallel over blocks of rows; in each, tree after tree.
    private static void Visit(IReadOnlyList<GrownTree> trees, FeatureMatrix features, FitContext context, TreeVisitor visitor) =>
        RowBlocks.For(features, trees.Count, context, block =>
        {
            var leaves = new int[block.Count];
            for (int tree = 0; tree < trees.Count; tree++)
            {
                TreeTraversal.Descend(trees[tree], block, leaves);
                visitor(tree, block.Start, leaves);
            }
        });
}
