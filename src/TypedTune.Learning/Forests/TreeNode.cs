namespace TypedTune.Learning;

/// <summary>
/// A node in 16 bytes. The children of a split lie side by side, so one index names both; a leaf is its own left child,
/// so that rows which arrived early can go on stepping without a branch.
/// </summary>
/// <param name="Value">
/// A split's threshold (values up to and including it go left), or where among the tree's <see cref="GrownTree.CategorySets"/> the
/// categories begin that go left; a leaf's prediction.
/// </param>
/// <param name="Left">The left child's index, the right child's less one; a leaf's own index.</param>
/// <param name="Bits">The column that a split looks at, with <see cref="MissingRight"/> and <see cref="Category"/>; <see cref="Leaf"/> in a leaf.</param>
internal readonly record struct TreeNode(double Value, int Left, int Bits)
{
    /// <summary>The bits of a leaf: all but the sign are 0, so that stripped of it, it is a column that exists.</summary>
    public const int Leaf = int.MinValue;

    /// <summary>The bit of a split that sends missing values to the right.</summary>
    public const int MissingRight = 1 << 30;

    /// <summary>The bit of a split by categories.</summary>
    public const int Category = 1 << 29;

    /// <summary>The bits of the column.</summary>
    public const int Columns = Category - 1;

    /// <summary>The column that a split looks at.</summary>
    public int Column => Bits & Columns;

    /// <summary>Whether this is a leaf.</summary>
    public bool IsLeaf => Bits == Leaf;

    /// <summary>Whether this is a split by categories.</summary>
    public bool IsCategory => (Bits & Category) != 0;

    /// <summary>Whether missing values go right.</summary>
    public bool SendsMissingRight => (Bits & MissingRight) != 0;
}
