namespace TypedTune.Learning;

/// <summary>
/// A node in 8 bytes while its tree grows on codes of a byte: a split says which codes its rows had beside the cut, and its threshold, which lies
/// between, is looked up when it is asked for. The children of a split lie side by side; a leaf is its own left child, and every code goes left.
/// </summary>
/// <param name="Left">The left child's index, the right child's less one; a leaf's own index.</param>
/// <param name="LastLeft">A split's largest code on the left; in a leaf <see cref="byte.MaxValue"/>.</param>
/// <param name="Between">How many codes lie between that and the smallest one on the right: which way these go, the threshold says.</param>
/// <param name="Column">The column that a split looks at.</param>
/// <param name="Bits"><see cref="Split"/> and <see cref="MissingRight"/>; 0 in a leaf.</param>
internal readonly record struct CodedNode(int Left, byte LastLeft, byte Between, byte Column, byte Bits)
{
    /// <summary>The most columns that there may be.</summary>
    public const int MostColumns = byte.MaxValue + 1;

    /// <summary>The bit that every split has.</summary>
    public const byte Split = 1;

    /// <summary>The bit of a split that sends missing values right.</summary>
    public const byte MissingRight = 2;

    /// <summary>Whether this is a leaf.</summary>
    public bool IsLeaf => Bits == 0;

    /// <summary>A leaf.</summary>
    /// <param name="index">Its own index.</param>
    public static CodedNode Leaf(int index) => new(index, byte.MaxValue, 0, 0, 0);

    /// <summary>A split.</summary>
    /// <param name="column">The column that it looks at.</param>
    /// <param name="largest">The largest code on the left.</param>
    /// <param name="right">The smallest code on the right.</param>
    /// <param name="left">The left child's index.</param>
    /// <param name="sendsMissingRight">Whether missing values go right.</param>
    public static CodedNode NumberSplit(int column, int largest, int right, int left, bool sendsMissingRight) =>
        new(left, (byte)largest, (byte)(right - largest - 1), (byte)column, (byte)(sendsMissingRight ? Split | MissingRight : Split));

    /// <summary>A split's threshold.</summary>
    /// <param name="columns">The bins of the columns.</param>
    public double Threshold(ColumnBins[] columns) => columns[Column].Threshold(LastLeft, LastLeft + Between + 1);

    /// <summary>The node as it is kept.</summary>
    /// <param name="value">A leaf's prediction.</param>
    /// <param name="columns">The bins of the columns.</param>
    public TreeNode Decode(double value, ColumnBins[] columns) =>
        IsLeaf ? TreeNode.Leaf(value, Left) : TreeNode.NumberSplit(Column, Threshold(columns), Left, (Bits & MissingRight) != 0);
}
