namespace TypedTune.Learning;

/// <summary>Where the nodes of a tree stop being split, of all that can be told from a tree grown further.</summary>
/// <param name="MaxDepth">The most splits on a path from the root.</param>
/// <param name="MinRowsToSplit">Nodes of fewer distinct rows are leaves.</param>
/// <param name="MinImpurityDecrease">Splits that lower the impurity by less, weighted, are not made.</param>
internal readonly record struct TreeStop(int MaxDepth, int MinRowsToSplit, double MinImpurityDecrease)
{
    /// <summary>Whether every tree that stops as <paramref name="other"/> says is a part of one that stops here.</summary>
    public bool Reaches(TreeStop other) =>
        MaxDepth >= other.MaxDepth && MinRowsToSplit <= other.MinRowsToSplit && MinImpurityDecrease <= other.MinImpurityDecrease;
}
