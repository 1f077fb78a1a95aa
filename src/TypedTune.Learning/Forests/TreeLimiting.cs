namespace TypedTune.Learning;

/// <summary>Cuts a tree off where another limit would have stopped it: bit for bit the tree that is grown with that limit.</summary>
/// <remarks>
/// So it is because a node's draws are keyed by its path from the root and it looks at its own rows alone. Nodes are visited,
/// numbered and summed in the order in which <see cref="TreeBuilder{TCodes}"/> does it.
/// </remarks>
internal static class TreeLimiting
{
    /// <summary>Cuts a tree off.</summary>
    /// <param name="tree">A tree with traits, grown with a stop that reaches <paramref name="stop"/>.</param>
    /// <param name="stop">Where to stop.</param>
    /// <param name="classes">How many classes there are; 0 in a regression.</param>
    public static GrownTree Limit(GrownTree tree, TreeStop stop, int classes)
    {
        var nodes = new List<TreeNode> { default };
        var weights = new List<float> { tree.NodeWeights[0] };
        var decreases = new double[tree.ImpurityDecreases.Length];
        var distributions = new List<double>();
        int deepest = 0;
        var pending = new Stack<(int From, int To, int Depth, int ParentFeature)>([(0, 0, 0, -1)]);
        while (pending.TryPop(out var node))
        {
            var (split, trait) = (tree.Nodes[node.From], tree.Traits![node.From]);
            if (node.ParentFeature >= 0)
                decreases[node.ParentFeature] -= trait.Impurity;
            if (split.IsLeaf || !IsSplit(stop, trait, node.Depth))
            {
                nodes[node.To] = new TreeNode(Leaf(trait.Value, tree.Distributions, classes, distributions), node.To, TreeNode.Leaf);
                continue;
            }

            decreases[split.Feature] += trait.Impurity;
            int left = nodes.Count;
            nodes[node.To] = split with { Left = left };
            nodes.AddRange([default, default]);
            weights.AddRange(tree.NodeWeights.AsSpan(split.Left, 2));
            deepest = Math.Max(deepest, node.Depth + 1);
            pending.Push((split.Left + 1, left + 1, node.Depth + 1, split.Feature));
            pending.Push((split.Left, left, node.Depth + 1, split.Feature));
        }

        return new GrownTree([.. nodes], [.. weights], deepest, decreases, [.. distributions], null);
    }

    /// <summary>Whether a node that is split in a larger tree is split in one that stops so.</summary>
    public static bool IsSplit(TreeStop stop, in NodeTrait trait, int depth) =>
        depth < stop.MaxDepth && trait.Rows >= stop.MinRowsToSplit && trait.Decrease >= stop.MinImpurityDecrease;

    private static double Leaf(double value, double[] from, int classes, List<double> to)
    {
        if (classes == 0 || value >= 0)
            return value;
        double leaf = LeafDistribution.Place(to.Count / classes);
        to.AddRange(LeafDistribution.Shares(value, from, classes));
        return leaf;
    }
}
