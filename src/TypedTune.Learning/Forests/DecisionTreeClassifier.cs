namespace TypedTune.Learning;

/// <summary>
/// One classification tree, grown on every row (Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984).
/// </summary>
/// <remarks>
/// Grown as the trees of a <see cref="RandomForestClassifier"/> are, whose remarks on bins, thresholds, determinism and
/// scikit-learn hold here too. Between equally good splits the seed decides. Features must be finite. Immutable and thread safe.
/// </remarks>
public sealed partial record DecisionTreeClassifier : IClassifier<DecisionTreeClassifier, FittedDecisionTreeClassifier>
{
    /// <summary>What splits make small. Default: <see cref="ClassificationCriterion.Gini"/>.</summary>
    [Hyperparameter]
    public ClassificationCriterion Criterion { get; init; }

    /// <summary>How many features a split chooses from. Default: all of them.</summary>
    [Hyperparameter]
    public MaxFeatures MaxFeatures { get; init; } = MaxFeatures.All;

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
    /// At least 0, the default, in units of the impurity.
    /// </summary>
    [Hyperparameter(Min = 0)]
    public double MinImpurityDecrease { get; init; }

    /// <summary>How much the rows of each class count. Default: <see cref="ClassWeights.Equal"/>.</summary>
    [Hyperparameter]
    public ClassWeights ClassWeights { get; init; } = ClassWeights.Equal;

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
    /// <param name="target">N labels, none missing.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="ArgumentOutOfRangeException">A hyperparameter is outside its bounds, or <see cref="MaxFeatures"/> is above P.</exception>
    /// <exception cref="ArgumentException">There is no row or no column, the lengths differ, a number is not finite, a label is missing, or a weighted class is unknown; the message says where.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public FittedDecisionTreeClassifier Fit(FeatureMatrix features, Categories target, FitContext? context = null) => Grow(features, target, null, context);

    /// <summary>Grows the tree on rows that do not all count the same.</summary>
    /// <param name="features">N × P finite numbers; N from 1 to 16,777,216, P at least 1.</param>
    /// <param name="target">N labels, none missing.</param>
    /// <param name="weights">N finite numbers of at least 0; a row of weight 0 is not learned from.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <inheritdoc cref="Fit(FeatureMatrix, Categories, FitContext?)" path="/exception"/>
    public FittedDecisionTreeClassifier Fit(FeatureMatrix features, Categories target, double[] weights, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Grow(features, target, weights, context);
    }

    private FittedDecisionTreeClassifier Grow(FeatureMatrix features, Categories target, double[]? weights, FitContext? context)
    {
        ((object)this as ITunable)?.Validate();
        ClassForest.Require(features, target, nameof(DecisionTreeClassifier));
        var limits = new TreeLimits(Stop, MinRowsInLeaf, MaxFeatures.Resolve(features.ColumnCount), SplitRule);
        var trees = ClassForest.Grow(features, target, weights, ClassWeights, Criterion, SplitRule == SplitRule.Random ? SplitBins.PerNode : Bins, limits, RowSampling.All, TypedTune.Seed.Of(Seed), 1, context ?? FitContext.Default);
        return new FittedDecisionTreeClassifier(this, features.Names, [.. target.Levels], trees[0]);
    }
}
