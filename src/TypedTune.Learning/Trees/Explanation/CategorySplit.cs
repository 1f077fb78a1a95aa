namespace TypedTune.Learning;

/// <summary>A split of categories. Immutable.</summary>
public sealed class CategorySplit : DecisionSplit
{
    internal CategorySplit(in NodeFacts facts, FeatureNames names, TreeNode node, string[] goLeft, DecisionNode left, DecisionNode right)
        : base(facts, names, node, left, right) => LeftCategories = goLeft;

    /// <summary>The categories that go left; all others go right.</summary>
    public IReadOnlyList<string> LeftCategories { get; }

    internal override string Condition(bool isLeft) => $"{FeatureName} {(isLeft ? "in" : "not in")} {{{string.Join(", ", LeftCategories)}}}";
}
