namespace TypedTune.Learning;

/// <summary>
/// A forest of regression trees, each grown on rows drawn at random, with features drawn at random at each split; it predicts
/// their mean (Breiman, "Random forests", Machine Learning 45, 2001).
/// </summary>
/// <remarks>
/// Immutable and thread safe. Infinite values are refused.
/// </remarks>
[MissingValues(MissingValueTreatment.Keep)]
public sealed partial record RandomForestRegressor :
    ForestConfiguration, IRegressor<RandomForestRegressor, FittedRandomForestRegressor>, IOutOfBagRegressor, IWeightedRegressor<FittedRandomForestRegressor>, IFitEstimate, IFitPredict<double[]>, ISubmodels<RandomForestRegressor, double[], FittedRandomForestRegressorSubmodels>
{
    /// <summary>The impurity that splits minimise. Default: <see cref="RegressionCriterion.SquaredError"/>.</summary>
    [Hyperparameter(InAll = false)]
    public RegressionCriterion Criterion { get; init; }

    /// <summary>Grows the trees, in parallel on the context's threads.</summary>
    /// <param name="features">N × P numbers, none infinite; N and P at least 1.</param>
    /// <param name="target">N finite numbers from −1e298 to 1e298.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="ArgumentOutOfRangeException">A hyperparameter is outside its bounds, or <see cref="MaxFeatures"/> is above P.</exception>
    /// <exception cref="ArgumentException">There is no row or no column, the lengths differ, or a number is illegal; the message names row and column.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public FittedRandomForestRegressor Fit(FeatureMatrix features, double[] target, FitContext? context = null) =>
        new(this, Grow(features, target, null, isPath: false, context), features.Names);

    /// <summary>Grows the trees on rows that do not all count the same.</summary>
    /// <param name="features">N × P numbers, none infinite; N and P at least 1.</param>
    /// <param name="target">N finite numbers from −1e298 to 1e298.</param>
    /// <param name="weights">N numbers, each 0 or from 1e-28 to 1e28 and at most 1e18 times another; a row of weight 0 is not learned from. Only their ratios matter. They multiply how often a row is drawn, as in scikit-learn.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <inheritdoc cref="Fit(FeatureMatrix, double[], FitContext?)" path="/exception"/>
    public FittedRandomForestRegressor Fit(FeatureMatrix features, double[] target, double[] weights, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new FittedRandomForestRegressor(this, Grow(features, target, weights, isPath: false, context), features.Names);
    }

    /// <summary>Grows the trees and predicts each training row with those that did not learn from it.</summary>
    /// <inheritdoc cref="Fit(FeatureMatrix, double[], FitContext?)" path="/param"/>
    /// <inheritdoc cref="Fit(FeatureMatrix, double[], FitContext?)" path="/exception"/>
    /// <returns>The forest, the same as <see cref="Fit(FeatureMatrix, double[], FitContext?)"/> gives, and its predictions out of bag.</returns>
    /// <exception cref="InvalidOperationException">Every tree learned from every row: see <see cref="ForestConfiguration.Sampling"/>.</exception>
    public (FittedRandomForestRegressor Forest, OutOfBagPredictions<double[]> OutOfBag) FitOutOfBag(FeatureMatrix features, double[] target, FitContext? context = null)
    {
        var forest = Fit(features, target, context);
        context ??= FitContext.Default;
        var outOfBag = OutOfBagRows.Of(Sampling, TypedTune.Seed.Of(Seed), Trees, features.RowCount, context);
        var counts = outOfBag.Count(features.RowCount);
        int[] rows = OutOfBagRows.Require(counts);
        var sums = EnsemblePrediction.OutOfBagSums(forest.Trees, outOfBag, features, context);
        var predictions = Array.ConvertAll(rows, row => sums[row] / counts[row]);
        return (forest, new OutOfBagPredictions<double[]>(rows, Array.ConvertAll(rows, row => target[row]), predictions));
    }

    bool IOutOfBag.LeavesRowsOut(int rows) => !Sampling.TakesAll(rows);

    (IFittedRegressor Fitted, OutOfBagPredictions<double[]> OutOfBag) IOutOfBagRegressor.FitOutOfBag(FeatureMatrix features, double[] target, FitContext? context) =>
        FitOutOfBag(features, target, context);

    /// <summary>
    /// Grows a forest that holds all smaller ones: fitted once with the largest of several <see cref="ForestConfiguration.Trees"/>
    /// and <see cref="TreeConfiguration.MaxDepth"/> and the least <see cref="TreeConfiguration.MinRowsToSplit"/> and
    /// <see cref="TreeConfiguration.MinImpurityDecrease"/>, it answers for each of them, and for any
    /// <see cref="TreeConfiguration.MaxLeaves"/> and <see cref="TreeConfiguration.PruningStrength"/>.
    /// </summary>
    /// <inheritdoc cref="Fit(FeatureMatrix, double[], FitContext?)" path="/param"/>
    /// <inheritdoc cref="Fit(FeatureMatrix, double[], FitContext?)" path="/exception"/>
    public FittedRandomForestRegressorSubmodels FitSubmodels(FeatureMatrix features, double[] target, FitContext? context = null) =>
        new(this, Grow(features, target, null, isPath: true, context), features.Names, features.RowCount);

    RandomForestRegressor ISubmodels<RandomForestRegressor, double[], FittedRandomForestRegressorSubmodels>.ToSubmodelKey() => ForestSubmodels.Key(this);

    RandomForestRegressor ISubmodels<RandomForestRegressor, double[], FittedRandomForestRegressorSubmodels>.Widest(IReadOnlyList<RandomForestRegressor> members, int rows) => ForestSubmodels.Widest(members, rows);

    FitEstimate IFitEstimate.EstimateFit(InputSize input) => TreeEstimate.Of(this, Sampling, Trees, TreeEstimate.Slowness(Criterion), input);

    bool IFitPredict<double[]>.HoldsNoModel(long values) => StreamingForest.Suits(values);

    double[][] IFitPredict<double[]>.FitPredict(FeatureMatrix features, double[] target, IReadOnlyList<FeatureMatrix> rows, FitContext context)
    {
        if (StreamingForest.Suits(rows))
            return StreamingForest.Predict(Plan(features, target, null, isPath: false, context), this, features.Names, rows, context);
        var forest = Fit(features, target, context);
        return [.. rows.Select(matrix => forest.Predict(matrix, context))];
    }

    private GrownTree[] Grow(FeatureMatrix features, double[] target, double[]? weights, bool isPath, FitContext? context) =>
        ForestGrowth.Grow(Plan(features, target, weights, isPath, context ?? FitContext.Default), TypedTune.Seed.Of(Seed), Trees, context ?? FitContext.Default);

    private ForestPlan Plan(FeatureMatrix features, double[] target, double[]? weights, bool isPath, FitContext context)
    {
        ((object)this as ITunable)?.Validate();
        return RegressionForest.Plan(this, Criterion, Sampling, new TrainingRows<double[]>(features, target, weights), isPath, context);
    }
}
