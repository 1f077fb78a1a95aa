using System.Globalization;

namespace TypedTune.Learning;

/// <summary>
/// Mean decrease in impurity, measured on rows that a tree did not learn from (MDI-oob: Li, Wang, Basu, Kumbier and Yu,
/// "A debiased MDI feature importance measure for random forests", NeurIPS 2019).
/// </summary>
internal static class OutOfBagDecreases
{
    private const double SingleRounding = 1e-6;

    /// <summary>The decreases of a forest.</summary>
    /// <param name="forest">The trees.</param>
    /// <param name="configuration">How the trees' rows were drawn.</param>
    /// <param name="rows">What the trees learned from; labels by their numbers.</param>
    /// <param name="weights">How much each row counts.</param>
    /// <param name="context">Whose threads to borrow.</param>
    /// <exception cref="ArgumentException">The rows are not those that the trees learned from, or the target's squares are beyond the range of a double.</exception>
    /// <exception cref="InvalidOperationException">No row is out of any tree's bag.</exception>
    public static FeatureImportances Of(TreeEnsemble forest, ForestConfiguration configuration, TrainingRows<double[]> rows, RowWeights weights, FitContext context)
    {
        var (features, target, _) = rows;
        RequireTrainingRows(forest.Trees[0], configuration, features.RowCount, weights);
        var outOfBag = OutOfBagRows.Of(configuration.Sampling, Seed.Of(configuration.Seed), forest.Trees.Count, features.RowCount, context);
        OutOfBagRows.Require(outOfBag.Count(features.RowCount));
        var trees = new double[forest.Trees.Count][];
        context.For(trees.Length, tree =>
        {
            var isOut = new int[features.RowCount];
            for (int row = 0; row < isOut.Length; row++)
                isOut[row] = outOfBag.Contains(tree, row) ? 1 : 0;
            var weighed = new float[isOut.Length];
            weights.Weigh(isOut, weighed);
            trees[tree] = Of(forest.Trees[tree], forest.Classes, features, target, weighed);
        });

        var sums = new double[features.ColumnCount];
        foreach (var tree in trees)
        {
            for (int c = 0; c < sums.Length; c++)
                sums[c] += tree[c] / trees.Length;
        }

        if (!Array.TrueForAll(sums, double.IsFinite))
            throw new ArgumentException("The squares of this target are beyond the range of a double, and importances are in its unit, squared. Scale the target before the fit.", nameof(rows));
        return new FeatureImportances(forest.FeatureNames, sums);
    }

    /// <summary>The decreases of a tree on any rows. On those that it learned from they are those of the squared error, or of Gini's impurity.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="classes">How many classes there are; 0 in a regression.</param>
    /// <param name="features">N × P.</param>
    /// <param name="target">N numbers, or the numbers of classes.</param>
    /// <param name="weights">How much each row counts; 0 leaves it out.</param>
    /// <returns>One a column, over the rows' weight; all 0 where no row counts.</returns>
    public static double[] Of(GrownTree tree, int classes, FeatureMatrix features, double[] target, ReadOnlySpan<float> weights)
    {
        int width = NodeValues.Width(classes);
        var values = NodeValues.Of(tree, classes);
        var decreases = new double[features.ColumnCount];
        var row = new double[features.ColumnCount];
        double total = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0)
                continue;
            total += weights[i];
            for (int c = 0; c < row.Length; c++)
                row[c] = features.Column(c)[i];
            int index = 0;
            for (var node = tree.Nodes[0]; !node.IsLeaf; node = tree.Nodes[index])
            {
                int child = tree.Next(node, row);
                decreases[node.Column] += weights[i] * Gain(values.AsSpan(index * width, width), values.AsSpan(child * width, width), target[i], classes > 0);
                index = child;
            }
        }

        foreach (ref double decrease in decreases.AsSpan())
            decrease = total > 0 ? decrease / total : 0;
        return decreases;
    }

    // Nothing else of the training rows is known than what the root of a tree weighs.
    private static void RequireTrainingRows(GrownTree first, ForestConfiguration configuration, int rows, RowWeights weights)
    {
        var weighed = new float[rows];
        TreeGrower.Draw(configuration.Sampling, weights, Seed.Of(configuration.Seed).Derive(0), new int[rows], weighed);
        double weight = weighed.Sum(value => (double)value) * weights.Unit;
        if (!(Math.Abs(weight - first.NodeWeights[0]) <= SingleRounding * weight))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"The forest was fitted on other rows: its first tree learned from a weight of {first.NodeWeights[0]}, but of these {rows} rows it draws {weight:G9}. Give it the features, the target and the weights of the fit."));
        }
    }

    // The step of the tree's value times what the row lies off the node: summed over rows, a covariance.
    private static double Gain(ReadOnlySpan<double> node, ReadOnlySpan<double> child, double target, bool isLabel)
    {
        if (!isLabel)
            return (child[0] - node[0]) * (target - node[0]);
        double gain = 0;
        for (int label = 0; label < node.Length; label++)
            gain += (child[label] - node[label]) * ((label == (int)target ? 1 : 0) - node[label]);
        return gain;
    }
}
