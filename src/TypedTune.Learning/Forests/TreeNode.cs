namespace TypedTune.Learning;

/// <summary>
/// A node in 16 bytes. The children of a split lie side by side, so one index names both; a leaf is its own left child,
/// so that rows which arrived early can go on stepping without a branch.
/// </summary>
/// <param name="Value">A split's threshold (values up to and including it go left), or a leaf's prediction.</param>
/// <param name="Left">The left child's index, the right child's less one; a leaf's own index.</param>
/// <param name="Feature">The column that a split looks at; <see cref="Leaf"/> in a leaf.</param>
internal readonly record struct TreeNode(double Value, int Left, int Feature)
{
    /// <summary>The feature of a leaf: all bits but the sign are 0, so that stripped of it, it is a column that exists.</summary>
    public const int Leaf = int.MinValue;

    /// <summary>The column that a split looks at.</summary>
    public int Column => Feature;

    /// <summary>Whether this is a leaf.</summary>
    public bool IsLeaf => Feature == Leaf;
}
