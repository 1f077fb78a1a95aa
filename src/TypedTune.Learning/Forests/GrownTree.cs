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
/// <param name="Traits">For each node, what a tree limited further depends on; null where nobody asked for it.</param>
internal sealed record GrownTree(TreeNode[] Nodes, float[] NodeWeights, int Depth, double[] ImpurityDecreases, double[] Distributions, NodeTrait[]? Traits)
{
    /// <summary>How many leaves there are: one more than splits.</summary>
    public int LeafCount => (Nodes.Length + 1) / 2;
}
