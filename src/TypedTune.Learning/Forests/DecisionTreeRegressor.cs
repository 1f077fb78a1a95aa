namespace TypedTune.Learning;

/// <summary>
/// One regression tree, grown on every row (Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984).
/// </summary>
/// <remarks>Between equally good splits the seed decides. Immutable and thread safe. Infinite values are refused.</remarks>
[MissingValues(MissingValueTreatment.Keep)]
public sealed partial record DecisionTreeRegressor : TreeConfiguration, IRegressor<DecisionTreeRegressor, FittedDecisionTreeRegressor>, IWeightedRegressor<FittedDecisionTreeRegressor>, IFitEstimate
{
    /// <summary>The impurity that splits minimise. Default: <see cref="RegressionCriterion.SquaredError"/>.</summary>
    [Hyperparameter(InAll = false)]
    public RegressionCriterion Criterion { get; init; }

    /// <summary>Grows the tree.</summary>
    /// <param name="features">N × P numbers, none infinite; N and P at least 1.</param>
    /// <param name="target">N finite numbers from −1e298 to 1e298.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="ArgumentOutOfRangeException">A hyperparameter is outside its bounds, or <see cref="MaxFeatures"/> is above P.</exception>
    /// <exception cref="ArgumentException">There is no row or no column, the lengths differ, or a number is illegal; the message names row and column.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public FittedDecisionTreeRegressor Fit(FeatureMatrix features, double[] target, FitContext? context = null) => Grow(features, target, null, context);

    /// <summary>Grows the tree on rows that do not all count the same.</summary>
    /// <param name="features">N × P numbers, none infinite; N and P at least 1.</param>
    /// <param name="target">N finite numbers from −1e298 to 1e298.</param>
    /// <param name="weights">N numbers, each 0 or from 1e-28 to 1e28 and at most 1e18 times another; a row of weight 0 is not learned from. Only their ratios matter.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <inheritdoc cref="Fit(FeatureMatrix, double[], FitContext?)" path="/exception"/>
    public FittedDecisionTreeRegressor Fit(FeatureMatrix features, double[] target, double[] weights, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Grow(features, target, weights, context);
    }

    FitEstimate IFitEstimate.EstimateFit(InputSize input) => TreeEstimate.Of(this, new EveryRow(), 1, TreeEstimate.Slowness(Criterion), input);

    private FittedDecisionTreeRegressor Grow(FeatureMatrix features, double[] target, double[]? weights, FitContext? context)
    {
        ((object)this as ITunable)?.Validate();
        context ??= FitContext.Default;
        var plan = RegressionForest.Plan(this, Criterion, new EveryRow(), new TrainingRows<double[]>(features, target, weights), isPath: false, context);
        var trees = ForestGrowth.Grow(plan, TypedTune.Seed.Of(Seed), 1, context);
        return new FittedDecisionTreeRegressor(this, features.Names, trees[0]);
    }
}
