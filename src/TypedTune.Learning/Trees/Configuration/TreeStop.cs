namespace TypedTune.Learning;

/// <summary>The limits on splitting that can be applied to a tree that was grown further.</summary>
/// <param name="MaxDepth">The most splits on a path from the root.</param>
/// <param name="MinRowsToSplit">Nodes of fewer distinct rows are leaves.</param>
/// <param name="MinImpurityDecrease">Splits that lower the impurity by less, weighted, are not made.</param>
/// <param name="MaxLeaves">The most leaves, the best splits first; <see cref="int.MaxValue"/> where there is no limit.</param>
/// <param name="PruningStrength">What a leaf costs when the grown tree is pruned.</param>
internal readonly record struct TreeStop(int MaxDepth, int MinRowsToSplit, double MinImpurityDecrease, int MaxLeaves, double PruningStrength)
{
    /// <summary>Whether leaves are limited, so that the best split is made first.</summary>
    public bool LimitsLeaves => MaxLeaves < int.MaxValue;

    /// <summary>Whether which nodes are split depends on more than the way to them.</summary>
    public bool LooksAround => LimitsLeaves || PruningStrength > 0;

    /// <summary>Whether a node may be split, as far as the way to it tells.</summary>
    public bool Splits(int depth, int rows, double decrease) => depth < MaxDepth && rows >= MinRowsToSplit && decrease >= MinImpurityDecrease;
}
