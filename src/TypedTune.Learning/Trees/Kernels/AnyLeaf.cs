namespace TypedTune.Learning;

/// <summary>A leaf may hold a single row, so rows need no counting.</summary>
internal readonly struct AnyLeaf : ILeafRule
{
    /// <inheritdoc/>
    public static bool CountsRows => false;
}
