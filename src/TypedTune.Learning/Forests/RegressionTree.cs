namespace TypedTune.Learning;

/// <summary>A grown tree. Immutable.</summary>
/// <param name="Nodes">The nodes, the root first; see <see cref="TreeNode"/>.</param>
/// <param name="Depth">The most splits on a path from the root.</param>
/// <param name="ImpurityDecreases">For each column, by how much its splits lower the sum of squared errors.</param>
internal sealed record RegressionTree(TreeNode[] Nodes, int Depth, double[] ImpurityDecreases)
{
    /// <summary>How many leaves there are: one more than splits.</summary>
    public int LeafCount => (Nodes.Length + 1) / 2;
}
