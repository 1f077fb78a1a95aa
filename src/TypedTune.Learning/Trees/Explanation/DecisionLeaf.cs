namespace TypedTune.Learning;

/// <summary>A node that predicts. Immutable.</summary>
public sealed class DecisionLeaf : DecisionNode
{
    internal DecisionLeaf(in NodeFacts facts)
        : base(facts)
    {
    }

    /// <summary>The prediction and the weight of the training rows, as <c>206855 (weight 12)</c>.</summary>
    public override string ToString() => $"{ValueText} ({WeightText})";
}
