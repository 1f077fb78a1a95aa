namespace TypedTune.Learning;

/// <summary>Computes what each feature contributes to the predictions of trees.</summary>
internal static class TreeContributions
{
    /// <summary>The contributions to each row's prediction, summed in the order of the trees.</summary>
    /// <param name="forest">The trees.</param>
    /// <param name="features">M × P.</param>
    /// <param name="method">How.</param>
    /// <param name="context">Whose threads to borrow.</param>
    /// <returns>One for each class, or one in a regression.</returns>
    public static Contributions[] Of(TreeEnsemble forest, FeatureMatrix features, ContributionMethod method, FitContext context)
    {
        int width = NodeValues.Width(forest.Classes);
        var bias = new double[width];
        var sums = new ContributionSums(width, features.RowCount, features.ColumnCount);
        var attribution = Attribution(method, forest);

        // The nodes' values take as much memory as the trees, so they are made for a few trees at a time.
        foreach (var some in forest.Trees.Chunk(context.Scheduler.DegreeOfParallelism))
        {
            var values = new double[some.Length][];
            var attributions = new ITreeAttribution[some.Length];
            context.For(some.Length, tree =>
            {
                values[tree] = NodeValues.Of(some[tree], forest.Classes);
                attributions[tree] = attribution(some[tree], values[tree]);
            });
            foreach (var ofTree in values)
            {
                for (int i = 0; i < width; i++)
                    bias[i] += ofTree[i];
            }

            RowBlocks.For(features, 0, context, block =>
            {
                foreach (var ofTree in attributions)
                    ofTree.Add(block.Values, sums, block.Start);
            });
        }

        return
        [
            .. sums.DivideBy(forest.Trees.Count).Select((sum, output) =>
                new Contributions(bias[output] / forest.Trees.Count, FeatureMatrix.FromColumnMajor(sum, features.RowCount, forest.FeatureNames))),
        ];
    }

    private static Func<GrownTree, double[], ITreeAttribution> Attribution(ContributionMethod method, TreeEnsemble forest)
    {
        switch (method)
        {
            case ContributionMethod.Path:
                return (tree, values) => new PathAttribution(tree, values);
            case ContributionMethod.Shapley:
                int featuresOnPath = Math.Min(forest.FeatureNames.Count, forest.Trees.Max(tree => tree.Depth));
                var points = Quadrature.ForDegree(Math.Max(0, featuresOnPath - 1));
                return (tree, values) => new ShapleyAttribution(tree, values, points);
            default:
                throw new ArgumentOutOfRangeException(nameof(method), method, $"The method {method} is not one of those declared.");
        }
    }
}
