namespace TypedTune.Learning;

/// <summary>Makes what trees are grown for and by, with code of its own for each width of codes.</summary>
internal static class TreeCriteria
{
    /// <summary>The criterion of a regression.</summary>
    /// <param name="criterion">Which.</param>
    /// <param name="rows">What is learned from.</param>
    /// <param name="leaf">What each side of a cut must hold.</param>
    public static Func<NodeCriterion> Of(RegressionCriterion criterion, BinnedRows rows, LeafSize leaf) => rows.Layout.AreWide
        ? () => new SquaredErrorCriterion<WideCodes>(rows, leaf)
        : () => new SquaredErrorCriterion<ByteCodes>(rows, leaf);

    /// <summary>The criterion of a classification.</summary>
    /// <param name="criterion">Which.</param>
    /// <param name="rows">What is learned from.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="leaf">What each side of a cut must hold.</param>
    public static Func<NodeCriterion> Of(ClassificationCriterion criterion, BinnedRows rows, int classes, LeafSize leaf) => criterion switch
    {
        ClassificationCriterion.Gini => Of<GiniImpurity>(rows, classes, leaf),
        ClassificationCriterion.Entropy => Of<EntropyImpurity>(rows, classes, leaf),
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, $"The criterion {criterion} is none of those declared."),
    };

    /// <summary>A builder for one thread.</summary>
    public static ITreeBuilder Builder(ForestPlan plan) => plan.Rows.Layout.AreWide
        ? new TreeBuilder<WideCodes>(plan.Rows, plan.Limits, plan.Criterion())
        : new TreeBuilder<ByteCodes>(plan.Rows, plan.Limits, plan.Criterion());

    private static Func<NodeCriterion> Of<TImpurity>(BinnedRows rows, int classes, LeafSize leaf)
        where TImpurity : struct, IClassImpurity => rows.Layout.AreWide
            ? () => new ClassCriterion<TImpurity, WideCodes>(rows, classes, leaf)
            : () => new ClassCriterion<TImpurity, ByteCodes>(rows, classes, leaf);
}
