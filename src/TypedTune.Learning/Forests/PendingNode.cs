namespace TypedTune.Learning;

/// <summary>A node whose rows are known and which is yet to be split or made a leaf.</summary>
/// <param name="Start">Its first record.</param>
/// <param name="Count">How many records it has.</param>
/// <param name="Depth">Splits above it; even depths lie in the first buffer, odd ones in the second.</param>
/// <param name="Index">Where the node goes.</param>
/// <param name="ParentFeature">The column that its parent was split on; -1 for the root.</param>
/// <param name="Path">The seed that its way from the root gives.</param>
internal readonly record struct PendingNode(int Start, int Count, int Depth, int Index, int ParentFeature, Seed Path);
