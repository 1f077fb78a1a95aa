using System.Runtime.CompilerServices;

namespace TypedTune.Learning;

/// <summary>A grown tree. Immutable.</summary>
/// <param name="Nodes">The nodes, the root first; see <see cref="TreeNode"/>.</param>
/// <param name="NodeWeights">The weight of the training rows that reached each node.</param>
/// <param name="Depth">The most splits on a path from the root.</param>
/// <param name="ImpurityDecreases">For each column, by how much its splits lower the weighted impurity.</param>
/// <param name="Distributions">
/// In a classification, the shares of all classes in each leaf that holds several, one leaf after the other; see
/// <see cref="LeafDistribution"/>. Empty in a regression.
/// </param>
/// <param name="CategorySets">
/// For each split by categories how many words follow, and in these a bit a category, set if it goes left; where they begin, its
/// node says.
/// </param>
/// <param name="Traits">For each node, what a tree limited further depends on; null where nobody asked for it.</param>
internal sealed record GrownTree(TreeNode[] Nodes, float[] NodeWeights, int Depth, double[] ImpurityDecreases, double[] Distributions, ulong[] CategorySets, NodeTrait[]? Traits)
{
    /// <summary>How many nodes there are; a tree in the arrays that it grew in does not fill them.</summary>
    public int NodeCount { get; init; } = Nodes.Length;

    /// <summary>The units of <see cref="Traits"/>' impurities and, in a tree with traits, of <see cref="NodeWeights"/>.</summary>
    public TreeUnits Units { get; init; } = TreeUnits.None;

    /// <summary>How many leaves there are: one more than splits.</summary>
    public int LeafCount => (NodeCount + 1) / 2;

    /// <summary>About how many bytes it holds.</summary>
    public long Bytes => (Unsafe.SizeOf<TreeNode>() + sizeof(float)) * (long)Nodes.Length + Unsafe.SizeOf<NodeTrait>() * (long)(Traits?.Length ?? 0) + sizeof(double) * (long)(Distributions.Length + CategorySets.Length + ImpurityDecreases.Length);

    /// <summary>Where a row goes from a split.</summary>
    /// <param name="node">The split.</param>
    /// <param name="row">P values.</param>
    /// <returns>The index of the child.</returns>
    public int Next(in TreeNode node, ReadOnlySpan<double> row)
    {
        double value = row[node.Column];
        bool isRight = double.IsNaN(value) ? node.SendsMissingRight
            : node.IsCategory ? !GoesLeft((int)node.Value, (int)value)
            : value > node.Value;
        return node.Left + (isRight ? 1 : 0);
    }

    /// <summary>The categories that go left from a split by categories.</summary>
    /// <param name="node">The split.</param>
    /// <param name="levels">All of the column's.</param>
    public string[] LeftCategories(TreeNode node, IReadOnlyList<string> levels) =>
        [.. levels.Where((_, category) => GoesLeft((int)node.Value, category))];

    /// <summary>Puts the tree, which was grown in units, into the caller's, in place; one with traits remembers them instead where traits are compared with limits.</summary>
    /// <param name="units">The units.</param>
    public GrownTree From(TreeUnits units)
    {
        if (units.Target != 0)
        {
            foreach (ref var node in Nodes.AsSpan())
                node = node.IsLeaf ? node with { Value = Math.ScaleB(node.Value, units.Target) } : node;
            foreach (ref var trait in Traits.AsSpan())
                trait = trait with { Value = Math.ScaleB(trait.Value, units.Target) };
        }

        if (Traits is not null)
            return this with { Units = units };
        units.GiveWeights(NodeWeights, ImpurityDecreases);
        return this;
    }

    private bool GoesLeft(int set, int category) => (CategorySets[set + 1 + category / 64] >> (category % 64) & 1) != 0;
}
