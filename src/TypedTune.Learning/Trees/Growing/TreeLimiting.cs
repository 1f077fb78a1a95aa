namespace TypedTune.Learning;

/// <summary>Cuts a tree off where another limit would have stopped it: bit for bit the tree that is grown with that limit.</summary>
/// <remarks>
/// So it is because a node's draws are keyed by its path from the root and it looks at its own rows alone. Nodes are visited,
/// numbered and summed in the order in which <see cref="TreeBuilder{TCodes}"/> does it.
/// </remarks>
internal static class TreeLimiting
{
    /// <summary>Cuts a tree off.</summary>
    /// <param name="tree">A tree with traits that was not stopped before <paramref name="stop"/> would.</param>
    /// <param name="stop">Where to stop.</param>
    /// <param name="classes">How many classes there are; 0 in a regression.</param>
    public static GrownTree Limit(GrownTree tree, TreeStop stop, int classes)
    {
        bool[] isSplit = SplitSet.Of(tree, stop);
        var nodes = new List<TreeNode> { default };
        var weights = new List<float> { tree.NodeWeights[0] };
        var decreases = new double[tree.ImpurityDecreases.Length];
        var distributions = new List<double>();
        var categories = new List<ulong>();
        int deepest = 0;
        var pending = PendingQueue<Place>.For(stop);
        pending.Push(new Place(0, 0, 0, -1), tree.Traits![0].Rows, 0, Priority(0));
        while (pending.TryPop(out var node))
            Visit(node);
        tree.Units.GiveWeights(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(weights), decreases);
        return new GrownTree([.. nodes], [.. weights], deepest, decreases, [.. distributions], [.. categories], null);

        void Visit(Place node)
        {
            var (split, trait) = (tree.Nodes[node.From], tree.Traits![node.From]);
            if (node.ParentFeature >= 0)
                decreases[node.ParentFeature] -= trait.Impurity;
            if (!isSplit[node.From])
            {
                nodes[node.To] = TreeNode.Leaf(Leaf(trait.Value, tree.Distributions, classes, distributions), node.To);
                return;
            }

            decreases[split.Column] += trait.Impurity;
            int left = nodes.Count;
            nodes[node.To] = split with { Left = left, Value = split.IsCategory ? CopySet(tree, split, categories) : split.Value };
            nodes.AddRange([default, default]);
            weights.AddRange(tree.NodeWeights.AsSpan(split.Left, 2));
            deepest = Math.Max(deepest, node.Depth + 1);
            Add(new Place(split.Left + 1, left + 1, node.Depth + 1, split.Column));
            Add(new Place(split.Left, left, node.Depth + 1, split.Column));
        }

        void Add(Place node) => pending.Push(node, tree.Traits![node.From].Rows, node.To, Priority(node.From));

        double Priority(int node) => isSplit[node] ? tree.Traits![node].Decrease : PendingQueue<int>.Last;
    }

    private readonly record struct Place(int From, int To, int Depth, int ParentFeature);

    private static int CopySet(GrownTree tree, TreeNode split, List<ulong> sets)
    {
        int offset = sets.Count;
        int from = (int)split.Value;
        sets.AddRange(tree.CategorySets.AsSpan(from, 1 + (int)tree.CategorySets[from]));
        return offset;
    }

    private static double Leaf(double value, double[] from, int classes, List<double> to)
    {
        if (classes == 0 || value >= 0)
            return value;
        double leaf = LeafDistribution.Place(to.Count / classes);
        to.AddRange(LeafDistribution.Shares(value, from, classes));
        return leaf;
    }
}
