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
/// <param name="Bits">The column that a split looks at, above <see cref="ColumnShift"/>, and what it does; 0 in a leaf.</param>
internal readonly record struct TreeNode(double Value, int Left, uint Bits)
{
    /// <summary>The lowest bit, which every split has: and-ed with the bits, the turn to the right is none in a leaf.</summary>
    public const uint Split = 1;

    /// <summary>How far the column lies above the lowest bit.</summary>
    public const int ColumnShift = 3;

    /// <summary>The last column that a node can look at.</summary>
    public const int LastColumn = int.MaxValue >> ColumnShift;

    private const int MissingRightShift = 1;
    private const uint MissingRight = 1 << MissingRightShift;
    private const uint Category = 4;

    /// <summary>The column that a split looks at.</summary>
    public int Column => (int)(Bits >> ColumnShift);

    /// <summary>Whether this is a leaf.</summary>
    public bool IsLeaf => Bits == 0;

    /// <summary>Whether this is a split by categories.</summary>
    public bool IsCategory => (Bits & Category) != 0;

    /// <summary>Whether missing values go right.</summary>
    public bool SendsMissingRight => (Bits & MissingRight) != 0;

    /// <summary>A leaf.</summary>
    /// <param name="value">Its prediction.</param>
    /// <param name="index">Its own index.</param>
    public static TreeNode Leaf(double value, int index) => new(value, index, 0);

    /// <summary>A split of numbers.</summary>
    /// <param name="column">The column that it looks at.</param>
    /// <param name="threshold">Values up to and including it go left.</param>
    /// <param name="left">The left child's index.</param>
    /// <param name="sendsMissingRight">Whether missing values go right.</param>
    public static TreeNode NumberSplit(int column, double threshold, int left, bool sendsMissingRight) =>
        new(threshold, left, (uint)column << ColumnShift | MissingTo(sendsMissingRight) | Split);

    /// <summary>A split of categories.</summary>
    /// <param name="column">The column that it looks at.</param>
    /// <param name="set">Where among the tree's sets the categories begin that go left.</param>
    /// <param name="left">The left child's index.</param>
    /// <param name="sendsMissingRight">Whether missing values go right.</param>
    public static TreeNode CategorySplit(int column, double set, int left, bool sendsMissingRight) =>
        new(set, left, (uint)column << ColumnShift | MissingTo(sendsMissingRight) | Category | Split);

    // Shifted, and not chosen: that would be a branch, and mispredicted half of the time.
    private static uint MissingTo(bool right) => (right ? 1u : 0) << MissingRightShift;
}
