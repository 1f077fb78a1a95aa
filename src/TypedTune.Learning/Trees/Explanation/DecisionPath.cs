namespace TypedTune.Learning;

/// <summary>A row's way through a tree, from the root to its leaf. Immutable.</summary>
public sealed class DecisionPath
{
    internal DecisionPath(IReadOnlyList<DecisionStep> steps, DecisionLeaf leaf)
    {
        Steps = steps;
        Leaf = leaf;
    }

    /// <summary>The turns, the root's first; none if the tree is one leaf.</summary>
    public IReadOnlyList<DecisionStep> Steps { get; }

    /// <summary>Where the row ended.</summary>
    public DecisionLeaf Leaf { get; }

    /// <summary>A line a turn, and the leaf.</summary>
    public override string ToString() => string.Join('\n', [.. Steps.Select(step => step.ToString()), Leaf.ToString()]);
}
