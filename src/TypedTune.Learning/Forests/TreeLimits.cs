namespace TypedTune.Learning;

/// <summary>Where a tree stops growing, and how many features its nodes choose from.</summary>
/// <param name="MaxDepth">The most splits on a path from the root; <see cref="int.MaxValue"/> is unlimited.</param>
/// <param name="MinRowsToSplit">Nodes of fewer distinct rows are leaves.</param>
/// <param name="MinRowsInLeaf">Splits that leave fewer distinct rows on a side are not made.</param>
/// <param name="FeaturesPerSplit">How many of the features that vary in a node are tried.</param>
internal readonly record struct TreeLimits(int MaxDepth, int MinRowsToSplit, int MinRowsInLeaf, int FeaturesPerSplit);
