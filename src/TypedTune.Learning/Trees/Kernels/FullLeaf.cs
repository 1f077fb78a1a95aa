namespace TypedTune.Learning;

/// <summary>A leaf must hold a number of rows.</summary>
internal readonly struct FullLeaf : ILeafRule
{
    /// <inheritdoc/>
    public static bool CountsRows => true;
}
