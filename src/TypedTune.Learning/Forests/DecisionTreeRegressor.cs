namespace TypedTune.Learning;

/// <summary>
/// One regression tree, grown by squared error on every row (Breiman, Friedman, Olshen and Stone, Classification and
/// Regression Trees, 1984).
/// </summary>
/// <remarks>
/// Grown as the trees of a <see cref="RandomForestRegressor"/> are, whose remarks on bins, thresholds, determinism and
/// scikit-learn hold here too. Between equally good splits the seed decides. Features must be finite. Immutable and thread safe.
/// </remarks>
public sealed partial record DecisionTreeRegressor : IRegressor<DecisionTreeRegressor, FittedDecisionTreeRegressor>
{
    /// <summary>The most splits on a path from the root, at least 1; <see langword="null"/>, the default, is unlimited.</summary>
    [Hyperparameter(Min = 1)]
    public int? MaxDepth { get; init; }

    /// <summary>The least rows of a node that may be split, at least 2, the default.</summary>
    [Hyperparameter(Min = 2)]
    public int MinRowsToSplit { get; init; } = 2;

    /// <summary>The least rows on each side of a split, at least 1, the default.</summary>
    [Hyperparameter(Min = 1)]
    public int MinRowsInLeaf { get; init; } = 1;

    /// <summary>
    /// The least by which a split must lower the impurity, weighted: N_node ∕ N · (impurity − the mean of the sides'), by weights.
    /// At least 0, the default, in units of the impurity (those of the target, squared).
    /// </summary>
    [Hyperparameter(Min = 0)]
    public double MinImpurityDecrease { get; init; }

    /// <summary>How many features a split chooses from. Default: all of them.</summary>
    [Hyperparameter]
    public MaxFeatures MaxFeatures { get; init; } = MaxFeatures.All;

    /// <summary>How a feature is cut. Default: <see cref="SplitRule.Best"/>; <see cref="SplitRule.Random"/> makes extremely randomized trees.</summary>
    [Hyperparameter]
    public SplitRule SplitRule { get; init; }

    /// <summary>Between which values splits are looked for. Default: <see cref="SplitBins.Automatic"/>.</summary>
    [Hyperparameter]
    public SplitBins Bins { get; init; }

    /// <summary>Where all random draws come from. Default: 0.</summary>
    public int Seed { get; init; }

    private TreeStop Stop => new(MaxDepth ?? int.MaxValue, MinRowsToSplit, MinImpurityDecrease);

    /// <summary>Grows the tree.</summary>
    /// <param name="features">N × P finite numbers; N from 1 to 16,777,216, P at least 1.</param>
    /// <param name="target">N finite numbers.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="ArgumentOutOfRangeException">A hyperparameter is outside its bounds, or <see cref="MaxFeatures"/> is above P.</exception>
    /// <exception cref="ArgumentException">There is no row or no column, the lengths differ, or a number is not finite; the message names row and column.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public FittedDecisionTreeRegressor Fit(FeatureMatrix features, double[] target, FitContext? context = null)
    {
        ((object)this as ITunable)?.Validate();
        TrainingData.Require(features, target, nameof(DecisionTreeRegressor));
        context ??= FitContext.Default;
        var limits = new TreeLimits(Stop, MinRowsInLeaf, MaxFeatures.Resolve(features.ColumnCount), SplitRule);
        var rows = BinnedRows.Of(features, target, SplitRule == SplitRule.Random ? SplitBins.PerNode : Bins, context);
        var leaf = new LeafSize(MinRowsInLeaf, AreWeightsWhole: true);
        var plan = new ForestPlan(rows, RowWeights.Equal, RowSampling.All, limits, TreeCriteria.SquaredError(rows, leaf));
        var trees = ForestGrowth.Grow(plan, TypedTune.Seed.Of(Seed), 1, context);
        return new FittedDecisionTreeRegressor(this, features.Names, trees[0]);
    }
}
