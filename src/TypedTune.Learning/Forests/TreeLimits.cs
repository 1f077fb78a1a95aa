namespace TypedTune.Learning;

/// <summary>Where a tree stops growing, and how many features its nodes choose from.</summary>
/// <param name="Stop">Which nodes are not split.</param>
/// <param name="MinRowsInLeaf">Splits that leave fewer distinct rows on a side are not made.</param>
/// <param name="FeaturesPerSplit">How many of the features that vary in a node are tried.</param>
/// <param name="Rule">How a feature is cut.</param>
/// <param name="KeepsTraits">Whether the tree remembers what a tree limited further would be.</param>
internal readonly record struct TreeLimits(TreeStop Stop, int MinRowsInLeaf, int FeaturesPerSplit, SplitRule Rule, bool KeepsTraits = false);
