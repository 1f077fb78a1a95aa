namespace TypedTune.Learning;

/// <summary>A node whose rows are known and which is yet to be split or made a leaf.</summary>
/// <param name="Start">Its first record.</param>
/// <param name="Count">How many records it has.</param>
/// <param name="Depth">Splits above it; even depths lie in the first buffer, odd ones in the second.</param>
/// <param name="Index">Where the node goes.</param>
/// <param name="ParentFeature">The column that its parent was split on; -1 for the root.</param>
/// <param name="Path">The seed that its way from the root gives.</param>
internal readonly record struct PendingNode(int Start, int Count, int Depth, int Index, int ParentFeature, Seed Path)
{
    /// <summary>Its records, and on to the end of the buffer, since vectors read past the last one.</summary>
    /// <param name="buffers">The first and the second buffer.</param>
    /// <param name="layout">How records lie.</param>
    public ReadOnlySpan<byte> Records(byte[][] buffers, in RecordLayout layout) => buffers[Depth & 1].AsSpan(Start * layout.Stride);

    /// <summary>Where the records of its children go.</summary>
    /// <inheritdoc cref="Records" path="/param"/>
    public Span<byte> ChildRecords(byte[][] buffers, in RecordLayout layout) => buffers[(Depth + 1) & 1].AsSpan(Start * layout.Stride);

    /// <summary>Whether the right child is the larger one, or as large: that with which goes what no row tells the way of.</summary>
    /// <param name="left">How many records go left.</param>
    public bool IsRightLarger(int left) => 2 * left <= Count;
}
