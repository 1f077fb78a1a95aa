namespace TypedTune.Learning;

/// <summary>A node that predicts. Immutable.</summary>
public sealed class DecisionLeaf : DecisionNode
{
    internal DecisionLeaf(in NodeFacts facts)
        : base(facts)
    {
    }

    /// <summary>What it predicts and how much reached it, as <c>206855 (weight 12)</c>.</summary>
    public override string ToString() => $"{ValueText} ({WeightText})";
}
