namespace TypedTune.Learning;

/// <summary>A node that predicts. Immutable.</summary>
public sealed class DecisionLeaf : DecisionNode
{
    internal DecisionLeaf(int index, int depth, double weight, double[] values, string[] levels)
        : base(index, depth, weight, values, levels)
    {
    }

    /// <summary>What it predicts and how much reached it, as <c>206855 (weight 12)</c>.</summary>
    public override string ToString() => $"{ValueText} ({WeightText})";
}
