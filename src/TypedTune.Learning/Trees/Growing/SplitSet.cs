namespace TypedTune.Learning;

/// <summary>Which nodes of a grown tree are still split where another limit stops it.</summary>
internal static class SplitSet
{
    /// <summary>Finds the nodes that are split.</summary>
    /// <param name="tree">A tree with traits.</param>
    /// <param name="stop">Where to stop.</param>
    /// <returns>For each node whether it is reached and split.</returns>
    public static bool[] Of(GrownTree tree, TreeStop stop)
    {
        stop = tree.Units.Take(stop);
        var isSplit = new bool[tree.Nodes.Length];
        var depths = new int[isSplit.Length];
        var pending = PendingQueue<int>.For(stop);
        int leaves = 1;
        int numbered = 1;
        Push(0, 0);
        while (pending.TryPop(out int node))
        {
            if (!IsSplit(node) || leaves == stop.MaxLeaves)
                continue;
            isSplit[node] = true;
            leaves++;
            int left = tree.Nodes[node].Left;
            depths[left] = depths[left + 1] = depths[node] + 1;

            // Numbered as by the builder, so that equal splits come in the same order.
            Push(left + 1, numbered + 1);
            Push(left, numbered);
            numbered += 2;
        }

        if (stop.PruningStrength > 0)
            Prune(tree, stop.PruningStrength, isSplit);
        return isSplit;

        bool IsSplit(int node) => !tree.Nodes[node].IsLeaf && stop.Splits(depths[node], tree.Traits![node].Rows, tree.Traits[node].Decrease);

        void Push(int node, int number) => pending.Push(node, tree.Traits![node].Rows, number, Priority(node));

        double Priority(int node) => IsSplit(node) ? tree.Traits![node].Decrease : PendingQueue<int>.Last;
    }

    // The smallest tree of the least impurity plus cost of leaves: from the leaves up, a subtree stays if it is cheaper than
    // the leaf in its place. Breiman and others prove that cutting the weakest link again and again leads to the same tree.
    private static void Prune(GrownTree tree, double strength, bool[] isSplit)
    {
        double weight = tree.NodeWeights[0];
        var costs = new double[isSplit.Length];
        for (int node = isSplit.Length - 1; node >= 0; node--)
        {
            double leaf = tree.Traits![node].Impurity / weight + strength;
            int left = tree.Nodes[node].Left;
            double subtree = isSplit[node] ? costs[left] + costs[left + 1] : double.PositiveInfinity;
            isSplit[node] = subtree < leaf;
            costs[node] = Math.Min(leaf, subtree);
        }
    }
}
