namespace TypedTune.Learning;

/// <summary>
/// A forest of regression trees, each grown by squared error on rows drawn at random, with features drawn at random at
/// each split; it predicts their mean (Breiman, "Random forests", Machine Learning 45, 2001).
/// </summary>
/// <remarks>
/// <para>Defaults and meanings are scikit-learn's, and so is what the model predicts within the spread of seeds. It differs in
/// four ways. Columns of many distinct values are cut into bins, and only cuts between them are tried (<see cref="Bins"/>);
/// a threshold lies midway between the largest value of the bin on its left and the smallest of the one on its right. Features that are constant in a node do not count towards <see cref="MaxFeatures"/>, where
/// scikit-learn counts those that it happens to draw. Gains are compared in single precision, of targets relative to the
/// node's mean. And <see cref="RowSample"/> below 1 is allowed without <see cref="Bootstrap"/>.</para>
/// <para>The model depends on the configuration and the data alone: it is the same, bit for bit, on any number of threads.
/// Tree t is keyed by the seed and t, so the first n trees of a larger forest are the forest of n trees; a node's features
/// are keyed by the node's path from the root, so a tree that is limited by <see cref="MaxDepth"/> or
/// <see cref="MinRowsToSplit"/> is the full tree cut off there.</para>
/// <para>Features must be finite; missing values need an imputer before. Immutable and thread safe.</para>
/// </remarks>
public sealed partial record RandomForestRegressor : IRegressor<RandomForestRegressor, FittedRandomForestRegressor>
{
    /// <summary>How many trees, at least 1. Default: 100. More steady the prediction and cost time in proportion.</summary>
    [Hyperparameter(Min = 1)]
    public int Trees { get; init; } = 100;

    /// <summary>How many features a split chooses from. Default: all of them, as in scikit-learn; a third is Breiman's advice.</summary>
    [Hyperparameter]
    public MaxFeatures MaxFeatures { get; init; } = MaxFeatures.All;

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
    /// At least 0, the default, in units of the target, squared.
    /// </summary>
    [Hyperparameter(Min = 0)]
    public double MinImpurityDecrease { get; init; }

    /// <summary>Whether a tree's rows are drawn with replacement (default) or without.</summary>
    [Hyperparameter]
    public bool Bootstrap { get; init; } = true;

    /// <summary>How many rows are drawn for a tree, as a fraction of N: above 0, at most 1, the default. Rounded to whole rows, at least one.</summary>
    [Hyperparameter(Min = 0, MinExclusive = true, Max = 1)]
    public double RowSample { get; init; } = 1.0;

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
    /// <param name="target">N finite numbers.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="ArgumentOutOfRangeException">A hyperparameter is outside its bounds, or <see cref="MaxFeatures"/> is above P.</exception>
    /// <exception cref="ArgumentException">There is no row or no column, the lengths differ, or a number is not finite; the message names row and column.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public FittedRandomForestRegressor Fit(FeatureMatrix features, double[] target, FitContext? context = null) =>
        new(this, Grow(features, target, keepsTraits: false, context), features.Names);

    /// <summary>Grows the trees and predicts each training row with those that did not learn from it.</summary>
    /// <inheritdoc cref="Fit(FeatureMatrix, double[], FitContext?)" path="/param"/>
    /// <inheritdoc cref="Fit(FeatureMatrix, double[], FitContext?)" path="/exception"/>
    /// <returns>The forest, the same as <see cref="Fit(FeatureMatrix, double[], FitContext?)"/> gives, and its predictions out of bag.</returns>
    /// <exception cref="InvalidOperationException">Every tree learned from every row: <see cref="Bootstrap"/> is off and <see cref="RowSample"/> is 1.</exception>
    public (FittedRandomForestRegressor Forest, OutOfBagPredictions<double[]> OutOfBag) FitOutOfBag(FeatureMatrix features, double[] target, FitContext? context = null)
    {
        var forest = Fit(features, target, context);
        context ??= FitContext.Default;
        var outOfBag = OutOfBagRows.Of(Sampling, TypedTune.Seed.Of(Seed), Trees, features.RowCount, context);
        var counts = outOfBag.Count(features.RowCount);
        int[] rows = [.. Enumerable.Range(0, counts.Length).Where(row => counts[row] > 0)];
        if (rows.Length == 0)
            throw new InvalidOperationException("No training row is out of any tree's bag. Set Bootstrap, or a RowSample below 1, and enough Trees.");
        var sums = EnsemblePrediction.OutOfBagSums(forest.Trees, outOfBag, features, context);
        var predictions = Array.ConvertAll(rows, row => sums[row] / counts[row]);
        return (forest, new OutOfBagPredictions<double[]>(rows, Array.ConvertAll(rows, row => target[row]), predictions));
    }

    /// <summary>
    /// Grows a forest that holds all smaller ones: fitted once with the largest of several <see cref="Trees"/> and <see cref="MaxDepth"/>
    /// and the least <see cref="MinRowsToSplit"/> and <see cref="MinImpurityDecrease"/>, it answers for each of them.
    /// </summary>
    /// <inheritdoc cref="Fit(FeatureMatrix, double[], FitContext?)" path="/param"/>
    /// <inheritdoc cref="Fit(FeatureMatrix, double[], FitContext?)" path="/exception"/>
    public FittedRandomForestRegressorPath FitPath(FeatureMatrix features, double[] target, FitContext? context = null) =>
        new(this, Grow(features, target, keepsTraits: true, context), features.Names);

    private GrownTree[] Grow(FeatureMatrix features, double[] target, bool keepsTraits, FitContext? context)
    {
        ((object)this as ITunable)?.Validate();
        TrainingData.Require(features, target, nameof(RandomForestRegressor));
        context ??= FitContext.Default;
        var limits = new TreeLimits(Stop, MinRowsInLeaf, MaxFeatures.Resolve(features.ColumnCount), SplitRule, keepsTraits);
        var rows = BinnedRows.Of(features, target, SplitRule == SplitRule.Random ? SplitBins.PerNode : Bins, context);
        var leaf = new LeafSize(MinRowsInLeaf, AreWeightsWhole: true);
        var plan = new ForestPlan(rows, RowWeights.Equal, Sampling, limits, TreeCriteria.SquaredError(rows, leaf));
        return ForestGrowth.Grow(plan, TypedTune.Seed.Of(Seed), Trees, context);
    }
}
