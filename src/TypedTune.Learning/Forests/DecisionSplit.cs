namespace TypedTune.Learning;

/// <summary>A node that sends rows to the left or to the right. Immutable.</summary>
public sealed class DecisionSplit : DecisionNode
{
    internal DecisionSplit(int index, int depth, double weight, double[] values, string[] levels, int feature, string name, double threshold, DecisionNode left, DecisionNode right)
        : base(index, depth, weight, values, levels)
    {
        FeatureIndex = feature;
        FeatureName = name;
        Threshold = threshold;
        Left = left;
        Right = right;
    }

    /// <summary>The column that it looks at, from 0.</summary>
    public int FeatureIndex { get; }

    /// <summary>That column's name.</summary>
    public string FeatureName { get; }

    /// <summary>Values up to and including this one go left, larger ones right.</summary>
    public double Threshold { get; }

    /// <summary>Where rows go whose value is at most the threshold.</summary>
    public DecisionNode Left { get; }

    /// <summary>Where rows go whose value is above the threshold.</summary>
    public DecisionNode Right { get; }

    /// <summary>The condition for going left, as <c>MedianIncome ≤ 3.2</c>.</summary>
    public override string ToString() => Condition(isLeft: true);

    internal string Condition(bool isLeft) => $"{FeatureName} {(isLeft ? '≤' : '>')} {Text(Threshold)}";
}
