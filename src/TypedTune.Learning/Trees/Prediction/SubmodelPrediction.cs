namespace TypedTune.Learning;

/// <summary>Predicts with several models that are parts of one forest, each bit for bit as it would by itself.</summary>
internal static class SubmodelPrediction
{
    private delegate void NodeVisitor(GrownTree tree, int model, int row, int node);

    /// <summary>The predictions of regressions.</summary>
    /// <param name="trees">Trees with traits.</param>
    /// <param name="points">The models.</param>
    /// <param name="features">M × P, finite.</param>
    /// <param name="context">Whose threads to borrow.</param>
    /// <returns>For each model, M numbers.</returns>
    public static double[][] Mean(GrownTree[] trees, SubmodelPoints points, FeatureMatrix features, FitContext context)
    {
        double[][] predictions = [.. points.Trees.Select(_ => new double[features.RowCount])];
        Visit(trees, points, features, context, (tree, model, row, node) => predictions[model][row] += tree.Traits![node].Value);
        for (int model = 0; model < predictions.Length; model++)
        {
            foreach (ref double sum in predictions[model].AsSpan())
                sum /= points.Trees[model];
        }

        return predictions;
    }

    /// <summary>The shares of classes.</summary>
    /// <param name="trees">Trees with traits.</param>
    /// <param name="points">The models.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="features">M × P, finite.</param>
    /// <param name="context">Whose threads to borrow.</param>
    /// <returns>For each model, M × classes, row after row.</returns>
    public static double[][] ClassShares(GrownTree[] trees, SubmodelPoints points, int classes, FeatureMatrix features, FitContext context)
    {
        double[][] shares = [.. points.Trees.Select(_ => new double[features.RowCount * classes])];
        Visit(trees, points, features, context, (tree, model, row, node) =>
            LeafDistribution.AddTo(tree.Traits![node].Value, tree.Distributions, shares[model].AsSpan(row * classes, classes)));
        for (int model = 0; model < shares.Length; model++)
        {
            foreach (ref double share in shares[model].AsSpan())
                share /= points.Trees[model];
        }

        return shares;
    }

    // Each row's sums are taken in the order of the trees, as by the models themselves.
    private static void Visit(GrownTree[] trees, SubmodelPoints points, FeatureMatrix features, FitContext context, NodeVisitor visitor) =>
        RowBlocks.For(features, 0, context, block =>
        {
            var way = new int[trees.Max(tree => tree.Depth) + 1];
            var stops = new int[points.StopCount];
            var nodes = new int[points.Trees.Length];
            for (int t = 0; t < trees.Length; t++)
            {
                for (int row = 0; row < block.Count; row++)
                {
                    points.Find(t, trees[t], block.Values.Slice(row * block.Columns, block.Columns), way, stops, nodes);
                    for (int model = 0; model < nodes.Length; model++)
                    {
                        if (t < points.Trees[model])
                            visitor(trees[t], model, block.Start + row, nodes[model]);
                    }
                }
            }
        });
}
