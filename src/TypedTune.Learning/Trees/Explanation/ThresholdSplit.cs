namespace TypedTune.Learning;

/// <summary>A split of numbers. Immutable.</summary>
public sealed class ThresholdSplit : DecisionSplit
{
    internal ThresholdSplit(in NodeFacts facts, FeatureNames names, TreeNode node, DecisionNode left, DecisionNode right)
        : base(facts, names, node, left, right) => Threshold = node.Value;

    /// <summary>Values up to and including this one go left, larger ones right.</summary>
    public double Threshold { get; }

    internal override string Condition(bool isLeft) => $"{FeatureName} {(isLeft ? '≤' : '>')} {Text(Threshold)}";
}
