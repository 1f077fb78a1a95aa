namespace TypedTune.Learning;

/// <summary>
/// A forest of classification trees, each grown on rows drawn at random, with features drawn at random at each split; it
/// predicts the mean of their shares of each class (Breiman, "Random forests", Machine Learning 45, 2001, where trees vote
/// instead; the mean is scikit-learn's choice).
/// </summary>
/// <remarks>
/// Defaults and meanings are scikit-learn's; bins, thresholds, constant features, determinism and the keys of random draws are
/// those of <see cref="RandomForestRegressor"/>, whose remarks hold here too. Features must be finite. Immutable and thread safe.
/// </remarks>
public sealed partial record RandomForestClassifier : IClassifier<RandomForestClassifier, FittedRandomForestClassifier>
{
    /// <summary>How many trees, at least 1. Default: 100.</summary>
    [Hyperparameter(Min = 1)]
    public int Trees { get; init; } = 100;

    /// <summary>What splits make small. Default: <see cref="ClassificationCriterion.Gini"/>.</summary>
    [Hyperparameter]
    public ClassificationCriterion Criterion { get; init; }

    /// <summary>How many features a split chooses from. Default: the square root of their number.</summary>
    [Hyperparameter]
    public MaxFeatures MaxFeatures { get; init; } = MaxFeatures.Sqrt;

    /// <summary>The most splits on a path from the root, at least 1; <see langword="null"/>, the default, is unlimited.</summary>
    [Hyperparameter(Min = 1)]
    public int? MaxDepth { get; init; }

    /// <summary>The least distinct rows of a node that may be split, at least 2, the default. A row drawn twice is one row.</summary>
    [Hyperparameter(Min = 2)]
    public int MinRowsToSplit { get; init; } = 2;

    /// <summary>The least distinct rows on each side of a split, at least 1, the default. A row drawn twice is one row.</summary>
    [Hyperparameter(Min = 1)]
    public int MinRowsInLeaf { get; init; } = 1;

    /// <summary>
    /// The least by which a split must lower the impurity, weighted: N_node ∕ N · (impurity − the mean of the sides'), by weights.
    /// At least 0, the default, in units of the impurity.
    /// </summary>
    [Hyperparameter(Min = 0)]
    public double MinImpurityDecrease { get; init; }

    /// <summary>Whether a tree's rows are drawn with replacement (default) or without.</summary>
    [Hyperparameter]
    public bool Bootstrap { get; init; } = true;

    /// <summary>How many rows are drawn for a tree, as a fraction of N: above 0, at most 1, the default. Rounded to whole rows, at least one.</summary>
    [Hyperparameter(Min = 0, MinExclusive = true, Max = 1)]
    public double RowSample { get; init; } = 1.0;

    /// <summary>How much the rows of each class count. Default: <see cref="ClassWeights.Equal"/>.</summary>
    [Hyperparameter]
    public ClassWeights ClassWeights { get; init; } = ClassWeights.Equal;

    /// <summary>How a feature is cut. Default: <see cref="SplitRule.Best"/>; <see cref="SplitRule.Random"/> makes extremely randomized trees.</summary>
    [Hyperparameter]
    public SplitRule SplitRule { get; init; }

    /// <summary>Between which values splits are looked for. Default: <see cref="SplitBins.Automatic"/>.</summary>
    [Hyperparameter]
    public SplitBins Bins { get; init; }

    /// <summary>Where all random draws come from. Default: 0. Any integer is as good as another.</summary>
    public int Seed { get; init; }

    private RowSampling Sampling => new(Bootstrap, RowSample);

    /// <summary>Where its trees stop.</summary>
    internal TreeStop Stop => new(MaxDepth ?? int.MaxValue, MinRowsToSplit, MinImpurityDecrease);

    /// <summary>Grows the trees, in parallel on the context's threads.</summary>
    /// <param name="features">N × P finite numbers; N from 1 to 16,777,216, P at least 1.</param>
    /// <param name="target">N labels, none missing.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="ArgumentOutOfRangeException">A hyperparameter is outside its bounds, or <see cref="MaxFeatures"/> is above P.</exception>
    /// <exception cref="ArgumentException">There is no row or no column, the lengths differ, a number is not finite, a label is missing, or a weighted class is unknown; the message says where.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public FittedRandomForestClassifier Fit(FeatureMatrix features, Categories target, FitContext? context = null) =>
        new(this, Grow(features, target, null, keepsTraits: false, context), features.Names, [.. target.Levels]);

    /// <summary>Grows the trees on rows that do not all count the same.</summary>
    /// <param name="features">N × P finite numbers; N from 1 to 16,777,216, P at least 1.</param>
    /// <param name="target">N labels, none missing.</param>
    /// <param name="weights">N finite numbers of at least 0; a row of weight 0 is not learned from. They multiply how often a row is drawn, as in scikit-learn.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <inheritdoc cref="Fit(FeatureMatrix, Categories, FitContext?)" path="/exception"/>
    public FittedRandomForestClassifier Fit(FeatureMatrix features, Categories target, double[] weights, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new FittedRandomForestClassifier(this, Grow(features, target, weights, keepsTraits: false, context), features.Names, [.. target.Levels]);
    }

    /// <summary>Grows the trees and predicts each training row with those that did not learn from it.</summary>
    /// <inheritdoc cref="Fit(FeatureMatrix, Categories, FitContext?)" path="/param"/>
    /// <inheritdoc cref="Fit(FeatureMatrix, Categories, FitContext?)" path="/exception"/>
    /// <returns>The forest, the same as <see cref="Fit(FeatureMatrix, Categories, FitContext?)"/> gives, and its predictions out of bag.</returns>
    /// <exception cref="InvalidOperationException">Every tree learned from every row: <see cref="Bootstrap"/> is off and <see cref="RowSample"/> is 1.</exception>
    public (FittedRandomForestClassifier Forest, OutOfBagPredictions<Categories> OutOfBag) FitOutOfBag(FeatureMatrix features, Categories target, FitContext? context = null)
    {
        var forest = Fit(features, target, context);
        context ??= FitContext.Default;
        var outOfBag = OutOfBagRows.Of(Sampling, TypedTune.Seed.Of(Seed), Trees, features.RowCount, context);
        var counts = outOfBag.Count(features.RowCount);
        int[] rows = [.. Enumerable.Range(0, counts.Length).Where(row => counts[row] > 0)];
        if (rows.Length == 0)
            throw new InvalidOperationException("No training row is out of any tree's bag. Set Bootstrap, or a RowSample below 1, and enough Trees.");
        var sums = EnsemblePrediction.OutOfBagShareSums(forest.Trees, target.Levels.Count, outOfBag, features, context);
        var predictions = ClassForest.Labels(sums, [.. target.Levels]);
        return (forest, new OutOfBagPredictions<Categories>(rows, target.TakeRows(rows), predictions.TakeRows(rows)));
    }

    /// <summary>
    /// Grows a forest that holds all smaller ones: fitted once with the largest of several <see cref="Trees"/>, <see cref="MaxDepth"/>,
    /// the least <see cref="MinRowsToSplit"/> and <see cref="MinImpurityDecrease"/>, it answers for each of them.
    /// </summary>
    /// <inheritdoc cref="Fit(FeatureMatrix, Categories, FitContext?)" path="/param"/>
    /// <inheritdoc cref="Fit(FeatureMatrix, Categories, FitContext?)" path="/exception"/>
    public FittedRandomForestClassifierPath FitPath(FeatureMatrix features, Categories target, FitContext? context = null) =>
        new(this, Grow(features, target, null, keepsTraits: true, context), features.Names, [.. target.Levels]);

    private GrownTree[] Grow(FeatureMatrix features, Categories target, double[]? weights, bool keepsTraits, FitContext? context)
    {
        ((object)this as ITunable)?.Validate();
        ClassForest.Require(features, target, nameof(RandomForestClassifier));
        var limits = new TreeLimits(Stop, MinRowsInLeaf, MaxFeatures.Resolve(features.ColumnCount), SplitRule, keepsTraits);
        return ClassForest.Grow(features, target, weights, ClassWeights, Criterion, SplitRule == SplitRule.Random ? SplitBins.PerNode : Bins, limits, Sampling, TypedTune.Seed.Of(Seed), Trees, context ?? FitContext.Default);
    }
}
