namespace TypedTune.Learning;

/// <summary>
/// A random forest that keeps the targets in its leaves, and so predicts any quantile and prediction intervals from one fit
/// (Meinshausen, "Quantile regression forests", Journal of Machine Learning Research 7, 2006).
/// </summary>
/// <remarks>
/// <para>Its trees are those of a <see cref="RandomForestRegressor"/> of the same hyperparameters, and so is what <see cref="FittedRegressionTrees.Predict"/>
/// says: a mean, with the default criterion. A larger <see cref="TreeConfiguration.MinRowsInLeaf"/>, 5 or 10, makes quantiles steadier.</para>
/// <para>Differs from the paper in which rows a leaf holds: those that its tree learned from, by their weight and as often as they
/// were drawn, where the paper sends all training rows down each tree. So the mean of the predicted distribution is the mean that the
/// forest predicts, and rows that a tree did not learn from stay independent of it.</para>
/// <para>It takes about 10 bytes more for each training row and tree, 5 with larger leaves. Immutable and thread safe. Infinite values are refused.</para>
/// </remarks>
[MissingValues(MissingValueTreatment.Keep)]
public sealed partial record QuantileForestRegressor : ForestConfiguration, IRegressor<QuantileForestRegressor, FittedQuantileForestRegressor>, IQuantileRegression, IWeightedRegressor<FittedQuantileForestRegressor>, IFitEstimate
{
    /// <summary>The impurity that splits minimise. Default: <see cref="RegressionCriterion.SquaredError"/>.</summary>
    [Hyperparameter(InAll = false)]
    public RegressionCriterion Criterion { get; init; }

    /// <inheritdoc/>
    internal override bool KeepsLeafTargets => true;

    /// <summary>Grows the trees, in parallel on the context's threads.</summary>
    /// <param name="features">N × P numbers, none infinite; N and P at least 1.</param>
    /// <param name="target">N finite numbers from −1e298 to 1e298.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="ArgumentOutOfRangeException">A hyperparameter is outside its bounds, or <see cref="MaxFeatures"/> is above P.</exception>
    /// <exception cref="ArgumentException">There is no row or no column, the lengths differ, or a number is illegal; the message names row and column.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public FittedQuantileForestRegressor Fit(FeatureMatrix features, double[] target, FitContext? context = null) =>
        Grow(new TrainingRows<double[]>(features, target, null), context ?? FitContext.Default);

    /// <summary>Grows the trees on rows that do not all count the same.</summary>
    /// <param name="features">N × P numbers, none infinite; N and P at least 1.</param>
    /// <param name="target">N finite numbers from −1e298 to 1e298.</param>
    /// <param name="weights">N numbers, each 0 or from 1e-28 to 1e28 and at most 1e18 times another; a row of weight 0 is not learned from. Only their ratios matter. They multiply how often a row is drawn, also in the predicted distribution.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <inheritdoc cref="Fit(FeatureMatrix, double[], FitContext?)" path="/exception"/>
    public FittedQuantileForestRegressor Fit(FeatureMatrix features, double[] target, double[] weights, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Grow(new TrainingRows<double[]>(features, target, weights), context ?? FitContext.Default);
    }

    FitEstimate IFitEstimate.EstimateFit(InputSize input)
    {
        // The leaves' targets, 10 bytes a row and tree, take a prediction and a sorting of each tree's rows.
        var trees = TreeEstimate.Of(this, Sampling, Trees, TreeEstimate.Slowness(Criterion), input);
        double kept = Trees * (double)input.Rows;
        return trees with { Work = trees.Work + 100 * kept, ModelBytes = trees.ModelBytes + (long)(10 * kept) };
    }

    private FittedQuantileForestRegressor Grow(TrainingRows<double[]> rows, FitContext context)
    {
        ((object)this as ITunable)?.Validate();
        var trees = ForestGrowth.Grow(RegressionForest.Plan(this, Criterion, Sampling, rows, isPath: false, context), TypedTune.Seed.Of(Seed), Trees, context);
        return new FittedQuantileForestRegressor(this, trees, rows.Features.Names, LeafTargets.Of(trees, this, rows, context));
    }
}
