namespace TypedTune.Learning;

/// <summary>The shares of classes in the leaves of a tree that grows; see <see cref="LeafDistribution"/>. One a thread.</summary>
/// <param name="classes">How many classes there are.</param>
internal sealed class LeafDistributions(int classes)
{
    private readonly List<double> _shares = [];

    /// <summary>Adds a leaf.</summary>
    /// <param name="node">Its classes.</param>
    /// <returns>What the leaf says, for <see cref="TreeNode.Value"/>.</returns>
    public double Add(ClassNode node)
    {
        if (node.Count == 1)
            return node.Present[0];
        double leaf = LeafDistribution.Place(_shares.Count / classes);
        for (int label = 0; label < classes; label++)
            _shares.Add(node.WeightOf(label) / node.Weight);
        return leaf;
    }

    /// <summary>Adds a leaf of two classes.</summary>
    /// <param name="second">The share of the second.</param>
    /// <returns>What the leaf says.</returns>
    public double Add(double second)
    {
        if (second is 0 or 1)
            return second;
        double leaf = LeafDistribution.Place(_shares.Count / classes);
        _shares.AddRange([1 - second, second]);
        return leaf;
    }

    /// <summary>The shares of all leaves since this was last asked.</summary>
    public double[] Take()
    {
        double[] taken = [.. _shares];
        _shares.Clear();
        return taken;
    }
}
