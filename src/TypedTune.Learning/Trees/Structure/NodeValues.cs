namespace TypedTune.Learning;

/// <summary>Computes the prediction of each node of a tree as if it were a leaf: the weighted mean of the leaves below it.</summary>
internal static class NodeValues
{
    /// <summary>How many numbers a node has.</summary>
    /// <param name="classes">How many classes there are; 0 in a regression.</param>
    public static int Width(int classes) => Math.Max(1, classes);

    /// <summary>The values of all nodes.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="classes">How many classes there are; 0 in a regression.</param>
    /// <returns>Nodes × width, node after node: the mean target, or the share of each class.</returns>
    public static double[] Of(GrownTree tree, int classes)
    {
        int width = Width(classes);
        var values = new double[tree.Nodes.Length * width];

        // Children have higher numbers than their parents, so from the last node on both are known.
        for (int index = tree.Nodes.Length - 1; index >= 0; index--)
        {
            var node = tree.Nodes[index];
            var own = values.AsSpan(index * width, width);
            if (!node.IsLeaf)
            {
                var left = values.AsSpan(node.Left * width, width);
                var right = values.AsSpan((node.Left + 1) * width, width);
                double rightShare = tree.NodeWeights[node.Left + 1] / ((double)tree.NodeWeights[node.Left] + tree.NodeWeights[node.Left + 1]);
                for (int i = 0; i < width; i++)
                    own[i] = left[i] + (right[i] - left[i]) * rightShare;
            }
            else if (classes > 0)
            {
                LeafDistribution.AddTo(node.Value, tree.Distributions, own);
            }
            else
            {
                own[0] = node.Value;
            }
        }

        return values;
    }
}
