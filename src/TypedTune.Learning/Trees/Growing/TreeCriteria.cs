namespace TypedTune.Learning;

/// <summary>Makes what trees are grown for and by, with code of its own for each width of codes.</summary>
internal static class TreeCriteria
{
    // The kernels add weights in single precision, where whole numbers are exact up to here.
    private const int MostRowsOfKernels = 1 << 24;

    /// <summary>The criterion of a regression.</summary>
    /// <param name="criterion">Which.</param>
    /// <param name="rows">What is learned from.</param>
    /// <param name="limits">What cuts obey, among others.</param>
    /// <param name="leaf">What each side of a cut must hold.</param>
    public static Func<NodeCriterion> Of(RegressionCriterion criterion, BinnedRows rows, TreeLimits limits, LeafSize leaf) => criterion switch
    {
        RegressionCriterion.SquaredError => Of(
            rows,
            limits,
            () => new SquaredErrorSides(),
            rows.Layout.CodeBytes == 1 ? () => new SquaredErrorCriterion<ByteCodes>(rows, leaf) : () => new SquaredErrorCriterion<WideCodes>(rows, leaf)),
        RegressionCriterion.AbsoluteError => Of(rows, limits, () => new AbsoluteErrorSides(), null),
        RegressionCriterion.Poisson => Of(rows, limits, () => new PoissonSides(), null),
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, $"The criterion {criterion} is not one of those declared."),
    };

    /// <summary>The criterion of a classification.</summary>
    /// <param name="criterion">Which.</param>
    /// <param name="rows">What is learned from.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="limits">What cuts obey, among others.</param>
    /// <param name="leaf">What each side of a cut must hold.</param>
    public static Func<NodeCriterion> Of(ClassificationCriterion criterion, BinnedRows rows, int classes, TreeLimits limits, LeafSize leaf) => criterion switch
    {
        ClassificationCriterion.Gini => Of<GiniImpurity>(rows, classes, limits, leaf),
        ClassificationCriterion.Entropy => Of<EntropyImpurity>(rows, classes, limits, leaf),
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, $"The criterion {criterion} is not one of those declared."),
    };

    /// <summary>A builder for one thread.</summary>
    public static ITreeBuilder Builder(ForestPlan plan) => plan.Rows.Layout.CodeBytes switch
    {
        1 => new TreeBuilder<ByteCodes>(plan.Rows, plan.Limits, plan.Criterion()),
        2 => new TreeBuilder<WideCodes>(plan.Rows, plan.Limits, plan.Criterion()),
        _ => new TreeBuilder<ExactCodes>(plan.Rows, plan.Limits, plan.Criterion()),
    };

    private static Func<NodeCriterion> Of<TImpurity>(BinnedRows rows, int classes, TreeLimits limits, LeafSize leaf)
        where TImpurity : struct, IClassImpurity => Of(
            rows,
            limits,
            () => new ClassSides<TImpurity>(classes),
            rows.Layout.CodeBytes == 1 ? () => new ClassCriterion<TImpurity, ByteCodes>(rows, classes, leaf) : () => new ClassCriterion<TImpurity, WideCodes>(rows, classes, leaf));

    // The kernels where they do; else what does everything, with the help of the kernels where special columns alone are in their way.
    private static Func<NodeCriterion> Of(BinnedRows rows, TreeLimits limits, Func<CutSides> sides, Func<NodeCriterion>? kernels)
    {
        bool kernelsObey = kernels is not null && rows.RowCount <= MostRowsOfKernels && limits.Binning.Bins != SplitBins.Exact && rows.Layout.CodeBytes <= 2 && limits.Rules is { MinWeightFraction: 0, Directions: null };
        if (kernelsObey && !rows.HasSpecialColumns)
            return kernels!;
        var plain = kernelsObey && limits.Rule == SplitRule.Best ? kernels : null;
        return rows.Layout.CodeBytes switch
        {
            1 => () => new GeneralCriterion<ByteCodes>(rows, limits.Rules, sides(), plain?.Invoke()),
            2 => () => new GeneralCriterion<WideCodes>(rows, limits.Rules, sides(), plain?.Invoke()),
            _ => () => new GeneralCriterion<ExactCodes>(rows, limits.Rules, sides(), plain?.Invoke()),
        };
    }
}
