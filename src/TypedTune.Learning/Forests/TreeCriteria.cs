namespace TypedTune.Learning;

/// <summary>Makes what trees are grown for.</summary>
internal static class TreeCriteria
{
    /// <summary>The criterion of a classification.</summary>
    /// <param name="criterion">Which.</param>
    /// <param name="rows">What is learned from.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="leaf">What each side of a cut must hold.</param>
    public static Func<NodeCriterion> Of(ClassificationCriterion criterion, BinnedRows rows, int classes, LeafSize leaf) => criterion switch
    {
        ClassificationCriterion.Gini => () => new ClassCriterion<GiniImpurity>(rows, classes, leaf),
        ClassificationCriterion.Entropy => () => new ClassCriterion<EntropyImpurity>(rows, classes, leaf),
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, $"The criterion {criterion} is none of those declared."),
    };
}
