namespace TypedTune.Learning;

/// <summary>Checks trees that were loaded, before anything walks down them.</summary>
internal static class TreeChecks
{
    /// <summary>Checks a tree and adds its depth.</summary>
    /// <param name="tree">The tree as it was read.</param>
    /// <param name="document">What it belongs to.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static GrownTree Checked(GrownTree tree, ForestDocument document)
    {
        Require(tree.Nodes.Length > 0 && tree.NodeWeights.Length == tree.Nodes.Length, "a tree has no nodes");
        Require(tree.ImpurityDecreases.Length == document.Features.Count, "decreases of impurity are missing");
        Require(Array.TrueForAll(tree.NodeWeights, weight => weight > 0 && float.IsFinite(weight)), "a node has no weight");
        Require(Array.TrueForAll(tree.ImpurityDecreases, double.IsFinite) && Array.TrueForAll(tree.Distributions, share => share is >= 0 and <= 1), "an impurity decrease is not finite, or a share of a class is not from 0 to 1");
        var depths = new int[tree.Nodes.Length];
        var isReached = new bool[tree.Nodes.Length];
        isReached[0] = true;
        for (int node = 0; node < tree.Nodes.Length; node++)
        {
            Require(isReached[node], "a node is not reached by any split");
            var (value, left, _) = tree.Nodes[node];
            if (tree.Nodes[node].IsLeaf)
            {
                Require(left == node && IsLegal(value, tree, document.Classes.Length), "the prediction of a leaf is not a finite number or a class of the model");
                continue;
            }

            // Children come behind their parents, so that every way down ends.
            Require(left > node && left < tree.Nodes.Length - 1 && !isReached[left] && !isReached[left + 1], "two splits share a child, or a child does not exist");
            isReached[left] = isReached[left + 1] = true;
            depths[left] = depths[left + 1] = depths[node] + 1;
            RequireSplit(tree, tree.Nodes[node], document.Features);
        }

        return tree with { Depth = depths.Max() };
    }

    /// <summary>Checks the targets in leaves.</summary>
    /// <param name="leaves">As it was read.</param>
    /// <param name="trees">The trees.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static LeafTargets Checked(LeafTargets leaves, GrownTree[] trees)
    {
        Require(leaves.Sorted.Length > 0 && Array.TrueForAll(leaves.Sorted, double.IsFinite), "it holds no targets, or one that is not finite");
        Require(leaves.Trees.Count == trees.Length, "the targets in the leaves of a tree are missing");
        for (int tree = 0; tree < trees.Length; tree++)
        {
            var (starts, ranks, weights) = leaves.Trees[tree];
            var nodes = trees[tree].Nodes;
            Require(starts.Length == nodes.Length + 1 && starts[0] == 0 && starts[^1] == ranks.Length && weights.Length == ranks.Length, "the targets of a tree are cut off");
            for (int node = 0; node < nodes.Length; node++)
                Require(nodes[node].IsLeaf ? starts[node + 1] > starts[node] : starts[node + 1] == starts[node], "a leaf has no target");
            Require(Array.TrueForAll(ranks, rank => rank >= 0 && rank < leaves.Sorted.Length) && Array.TrueForAll(weights, weight => weight > 0 && float.IsFinite(weight)), "a leaf names a target that does not exist, or a weight that is not above 0");
        }

        return leaves;
    }

    private static void RequireSplit(GrownTree tree, TreeNode split, FeatureNames features)
    {
        Require(split.Column < features.Count, "a split names a column that does not exist");
        int? levels = features.Levels(split.Column)?.Count;
        Require(split.IsCategory == levels is not null, "a split by categories is on a column of numbers, or the other way round");
        if (levels is not { } count)
        {
            Require(!double.IsNaN(split.Value), "a split has no threshold");
            return;
        }

        ulong words = ((ulong)count + 63) / 64;
        Require(split.Value >= 0 && split.Value < tree.CategorySets.Length && tree.CategorySets[(int)split.Value] == words && (ulong)split.Value + words < (ulong)tree.CategorySets.Length, "a split has no categories");
    }

    private static bool IsLegal(double value, GrownTree tree, int classes) => classes == 0
        ? double.IsFinite(value)
        : value == Math.Floor(value) && value < classes && -1 - value < tree.Distributions.Length / classes;

    private static void Require(bool holds, string what)
    {
        if (!holds)
            throw new InvalidDataException($"The model is damaged: {what}.");
    }
}
