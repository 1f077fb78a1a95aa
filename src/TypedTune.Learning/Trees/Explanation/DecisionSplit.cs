namespace TypedTune.Learning;

/// <summary>A node that sends rows to the left or to the right: a <see cref="ThresholdSplit"/> or a <see cref="CategorySplit"/>. Immutable.</summary>
public abstract class DecisionSplit : DecisionNode
{
    private protected DecisionSplit(in NodeFacts facts, FeatureNames names, TreeNode node, DecisionNode left, DecisionNode right)
        : base(facts)
    {
        FeatureIndex = node.Column;
        FeatureName = names[node.Column];
        MissingGoesLeft = !node.SendsMissingRight;
        Left = left;
        Right = right;
    }

    /// <summary>The column that it looks at, from 0.</summary>
    public int FeatureIndex { get; }

    /// <summary>That column's name.</summary>
    public string FeatureName { get; }

    /// <summary>Whether a row goes left whose value is missing.</summary>
    public bool MissingGoesLeft { get; }

    /// <summary>Where rows go for which the condition holds.</summary>
    public DecisionNode Left { get; }

    /// <summary>Where rows go for which it does not.</summary>
    public DecisionNode Right { get; }

    /// <summary>The condition for going left, as <c>MedianIncome ≤ 3.2</c> or <c>Soil in {clay, loam}</c>.</summary>
    public override string ToString() => Condition(isLeft: true);

    /// <summary>The condition that the rows on a side meet.</summary>
    internal abstract string Condition(bool isLeft);
}
