namespace TypedTune.Learning;

/// <summary>Checks trees that were loaded, before anything walks down them.</summary>
internal static class TreeChecks
{
    /// <summary>Checks a tree and adds its depth.</summary>
    /// <param name="reader">The reader, which refuses it.</param>
    /// <param name="tree">The tree as it was read.</param>
    /// <param name="names">The columns of the model.</param>
    /// <param name="classes">How many labels it has; 0 in a regression.</param>
    /// <exception cref="ModelFileException">It is damaged.</exception>
    public static GrownTree Checked(ModelReader reader, GrownTree tree, FeatureNames names, int classes)
    {
        reader.Require(tree.Nodes.Length > 0 && tree.NodeWeights.Length == tree.Nodes.Length, "a tree has no nodes");
        reader.Require(tree.ImpurityDecreases.Length == names.Count, "decreases of impurity are missing");
        reader.Require(Array.TrueForAll(tree.NodeWeights, weight => weight > 0 && float.IsFinite(weight)), "a node has no weight");
        reader.Require(Array.TrueForAll(tree.ImpurityDecreases, double.IsFinite) && Array.TrueForAll(tree.Distributions, share => share is >= 0 and <= 1), "an impurity decrease is not finite, or a share of a class is not from 0 to 1");
        var depths = new int[tree.Nodes.Length];
        var isReached = new bool[tree.Nodes.Length];
        isReached[0] = true;
        for (int node = 0; node < tree.Nodes.Length; node++)
        {
            reader.Require(isReached[node], "a node is not reached by any split");
            var (value, left, _) = tree.Nodes[node];
            if (tree.Nodes[node].IsLeaf)
            {
                reader.Require(left == node && IsLegal(value, tree, classes), "the prediction of a leaf is not a finite number or a class of the model");
                continue;
            }

            // Children come behind their parents, so that every way down ends.
            reader.Require(left > node && left < tree.Nodes.Length - 1 && !isReached[left] && !isReached[left + 1], "two splits share a child, or a child does not exist");
            isReached[left] = isReached[left + 1] = true;
            depths[left] = depths[left + 1] = depths[node] + 1;
            RequireSplit(reader, tree, tree.Nodes[node], names);
        }

        return tree with { Depth = depths.Max() };
    }

    /// <summary>Checks the targets in leaves.</summary>
    /// <param name="reader">The reader, which refuses it.</param>
    /// <param name="leaves">As it was read.</param>
    /// <param name="trees">The trees.</param>
    /// <exception cref="ModelFileException">It is damaged.</exception>
    public static LeafTargets Checked(ModelReader reader, LeafTargets leaves, GrownTree[] trees)
    {
        reader.Require(leaves.Sorted.Length > 0 && Array.TrueForAll(leaves.Sorted, double.IsFinite), "it holds no targets, or one that is not finite");
        reader.Require(leaves.Trees.Count == trees.Length, "the targets in the leaves of a tree are missing");
        for (int tree = 0; tree < trees.Length; tree++)
        {
            var (starts, ranks, weights) = leaves.Trees[tree];
            var nodes = trees[tree].Nodes;
            reader.Require(starts.Length == nodes.Length + 1 && starts[0] == 0 && starts[^1] == ranks.Length && weights.Length == ranks.Length, "the targets of a tree are cut off");
            for (int node = 0; node < nodes.Length; node++)
                reader.Require(nodes[node].IsLeaf ? starts[node + 1] > starts[node] : starts[node + 1] == starts[node], "a leaf has no target");
            reader.Require(Array.TrueForAll(ranks, rank => rank >= 0 && rank < leaves.Sorted.Length) && Array.TrueForAll(weights, weight => weight > 0 && float.IsFinite(weight)), "a leaf names a target that does not exist, or a weight that is not above 0");
        }

        return leaves;
    }

    private static void RequireSplit(ModelReader reader, GrownTree tree, TreeNode split, FeatureNames features)
    {
        reader.Require(split.Column < features.Count, "a split names a column that does not exist");
        int? levels = features.Levels(split.Column)?.Count;
        reader.Require(split.IsCategory == levels is not null, "a split by categories is on a column of numbers, or the other way round");
        if (levels is not { } count)
        {
            reader.Require(!double.IsNaN(split.Value), "a split has no threshold");
            return;
        }

        ulong words = ((ulong)count + 63) / 64;
        reader.Require(split.Value >= 0 && split.Value < tree.CategorySets.Length && tree.CategorySets[(int)split.Value] == words && (ulong)split.Value + words < (ulong)tree.CategorySets.Length, "a split has no categories");
    }

    private static bool IsLegal(double value, GrownTree tree, int classes) => classes == 0
        ? double.IsFinite(value)
        : value == Math.Floor(value) && value < classes && -1 - value < tree.Distributions.Length / classes;
}
