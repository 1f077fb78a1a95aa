namespace TypedTune.Learning;

/// <summary>
/// Takes predictions apart along the rows' paths: where a split leads to a node of another value, the difference is its
/// feature's (Saabas, "Interpreting random forests", 2014).
/// </summary>
internal static class PathContributions
{
    /// <summary>The contributions to each row's prediction, summed in the order of the trees.</summary>
    /// <param name="trees">At least one.</param>
    /// <param name="classes">How many classes there are; 0 in a regression.</param>
    /// <param name="features">M × P.</param>
    /// <param name="names">The names of the columns at fit, which say what these were made of.</param>
    /// <param name="context">Whose threads to borrow.</param>
    /// <returns>One for each class, or one in a regression.</returns>
    public static Contributions[] Of(IReadOnlyList<GrownTree> trees, int classes, FeatureMatrix features, FeatureNames names, FitContext context)
    {
        int width = NodeValues.Width(classes);
        var bias = new double[width];
        double[][] sums = [.. bias.Select(_ => new double[(long)features.RowCount * features.ColumnCount])];

        // The nodes' values take as much memory as the trees, so they are made for a few trees at a time.
        foreach (var some in trees.Chunk(context.Scheduler.DegreeOfParallelism))
        {
            var values = new double[some.Length][];
            context.For(some.Length, tree => values[tree] = NodeValues.Of(some[tree], classes));
            foreach (var ofTree in values)
            {
                for (int i = 0; i < width; i++)
                    bias[i] += ofTree[i];
            }

            RowBlocks.For(features, context, (start, count, rows) =>
            {
                for (int tree = 0; tree < some.Length; tree++)
                {
                    for (int row = 0; row < count; row++)
                        Add(some[tree], values[tree], rows.Slice(row * features.ColumnCount, features.ColumnCount), sums, start + row, features.RowCount);
                }
            });
        }

        foreach (var sum in sums)
        {
            foreach (ref double value in sum.AsSpan())
                value /= trees.Count;
        }

        return [.. sums.Select((sum, i) => new Contributions(bias[i] / trees.Count, FeatureMatrix.FromColumnMajor(sum, features.RowCount, names)))];
    }

    private static void Add(GrownTree tree, double[] values, ReadOnlySpan<double> row, double[][] sums, int at, int rows)
    {
        int index = 0;
        for (var node = tree.Nodes[0]; !node.IsLeaf; node = tree.Nodes[index])
        {
            int child = tree.Next(node, row);
            for (int i = 0; i < sums.Length; i++)
                sums[i][(long)node.Column * rows + at] += values[child * sums.Length + i] - values[index * sums.Length + i];
            index = child;
        }
    }
}
