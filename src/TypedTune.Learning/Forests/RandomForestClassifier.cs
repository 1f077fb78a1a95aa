namespace TypedTune.Learning;

/// <summary>
/// A forest of classification trees, each grown on rows drawn at random, with features drawn at random at each split; it
/// predicts the mean of their shares of each class (Breiman, "Random forests", Machine Learning 45, 2001, where trees vote
/// instead; the mean is scikit-learn's choice).
/// </summary>
/// <remarks>Immutable and thread safe. Infinite values are refused.</remarks>
[MissingValues(MissingValueTreatment.Keep)]
public sealed partial record RandomForestClassifier :
    ForestConfiguration, IClassifier<RandomForestClassifier, FittedRandomForestClassifier>, IProbabilisticClassification, IOutOfBagClassifier, IWeightedClassifier<FittedRandomForestClassifier>, IFitEstimate, IFitPredict<Categories>, ISubmodels<RandomForestClassifier, Categories, FittedRandomForestClassifierSubmodels>
{
    /// <summary>A forest with the defaults.</summary>
    public RandomForestClassifier() => MaxFeatures = MaxFeatures.Sqrt;

    /// <summary>The impurity that splits minimise. Default: <see cref="ClassificationCriterion.Gini"/>.</summary>
    [Hyperparameter(InAll = false)]
    public ClassificationCriterion Criterion { get; init; }

    /// <summary>The weights of the classes. Default: <see cref="ClassWeights.Equal"/>.</summary>
    [Hyperparameter]
    public ClassWeights ClassWeights { get; init; } = ClassWeights.Equal;

    /// <summary>Grows the trees, in parallel on the context's threads.</summary>
    /// <param name="features">N × P numbers, none infinite; N and P at least 1.</param>
    /// <param name="target">N labels, none missing.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="ArgumentOutOfRangeException">A hyperparameter is outside its bounds, or <see cref="MaxFeatures"/> is above P.</exception>
    /// <exception cref="ArgumentException">There is no row or no column, the lengths differ, a number is illegal, a label is missing, or a weighted class is unknown; the message says where.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public FittedRandomForestClassifier Fit(FeatureMatrix features, Categories target, FitContext? context = null) =>
        new(this, Grow(features, target, null, isPath: false, context), features.Names, [.. target.Levels]);

    /// <summary>Grows the trees on rows that do not all count the same.</summary>
    /// <param name="features">N × P numbers, none infinite; N and P at least 1.</param>
    /// <param name="target">N labels, none missing.</param>
    /// <param name="weights">N numbers, each 0 or from 1e-28 to 1e28 and at most 1e18 times another; a row of weight 0 is not learned from. Only their ratios matter. They multiply how often a row is drawn, as in scikit-learn.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <inheritdoc cref="Fit(FeatureMatrix, Categories, FitContext?)" path="/exception"/>
    public FittedRandomForestClassifier Fit(FeatureMatrix features, Categories target, double[] weights, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new FittedRandomForestClassifier(this, Grow(features, target, weights, isPath: false, context), features.Names, [.. target.Levels]);
    }

    /// <summary>Grows the trees and predicts each training row with those that did not learn from it.</summary>
    /// <inheritdoc cref="Fit(FeatureMatrix, Categories, FitContext?)" path="/param"/>
    /// <inheritdoc cref="Fit(FeatureMatrix, Categories, FitContext?)" path="/exception"/>
    /// <returns>The forest, the same as <see cref="Fit(FeatureMatrix, Categories, FitContext?)"/> gives, and its predictions out of bag.</returns>
    /// <exception cref="InvalidOperationException">Every tree learned from every row: see <see cref="ForestConfiguration.Sampling"/>.</exception>
    public (FittedRandomForestClassifier Forest, OutOfBagPredictions<Categories> OutOfBag) FitOutOfBag(FeatureMatrix features, Categories target, FitContext? context = null)
    {
        var forest = Fit(features, target, context);
        context ??= FitContext.Default;
        var outOfBag = OutOfBagRows.Of(Sampling, TypedTune.Seed.Of(Seed), Trees, features.RowCount, context);
        var counts = outOfBag.Count(features.RowCount);
        int[] rows = OutOfBagRows.Require(counts);
        var sums = EnsemblePrediction.OutOfBagShareSums(forest.Trees, target.Levels.Count, outOfBag, features, context);
        var predictions = ClassForest.Labels(sums, [.. target.Levels]);
        return (forest, new OutOfBagPredictions<Categories>(rows, target.TakeRows(rows), predictions.TakeRows(rows)));
    }

    bool IOutOfBag.LeavesRowsOut(int rows) => !Sampling.TakesAll(rows);

    (IFittedClassifier Fitted, OutOfBagPredictions<Categories> OutOfBag) IOutOfBagClassifier.FitOutOfBag(FeatureMatrix features, Categories target, FitContext? context) =>
        FitOutOfBag(features, target, context);

    /// <summary>
    /// Grows a forest that holds all smaller ones: fitted once with the largest of several <see cref="ForestConfiguration.Trees"/>
    /// and <see cref="TreeConfiguration.MaxDepth"/> and the least <see cref="TreeConfiguration.MinRowsToSplit"/> and
    /// <see cref="TreeConfiguration.MinImpurityDecrease"/>, it answers for each of them, and for any
    /// <see cref="TreeConfiguration.MaxLeaves"/> and <see cref="TreeConfiguration.PruningStrength"/>.
    /// </summary>
    /// <inheritdoc cref="Fit(FeatureMatrix, Categories, FitContext?)" path="/param"/>
    /// <inheritdoc cref="Fit(FeatureMatrix, Categories, FitContext?)" path="/exception"/>
    public FittedRandomForestClassifierSubmodels FitSubmodels(FeatureMatrix features, Categories target, FitContext? context = null) =>
        new(this, Grow(features, target, null, isPath: true, context), features.Names, features.RowCount, [.. target.Levels]);

    RandomForestClassifier ISubmodels<RandomForestClassifier, Categories, FittedRandomForestClassifierSubmodels>.ToSubmodelKey() => ForestSubmodels.Key(this);

    RandomForestClassifier ISubmodels<RandomForestClassifier, Categories, FittedRandomForestClassifierSubmodels>.Widest(IReadOnlyList<RandomForestClassifier> members, int rows) => ForestSubmodels.Widest(members, rows);

    FitEstimate IFitEstimate.EstimateFit(InputSize input) => TreeEstimate.Of(this, Sampling, Trees, slowness: 1, input);

    bool IFitPredict<Categories>.HoldsNoModel(long values) => StreamingForest.Suits(values);

    Categories[] IFitPredict<Categories>.FitPredict(FeatureMatrix features, Categories target, IReadOnlyList<FeatureMatrix> rows, FitContext context)
    {
        if (StreamingForest.Suits(rows))
        {
            double[][] shares = StreamingForest.Predict(Plan(features, target, null, isPath: false, context), this, features.Names, rows, context);
            return Array.ConvertAll(shares, ofRows => ClassForest.Labels(ofRows, [.. target.Levels]));
        }

        var forest = Fit(features, target, context);
        return [.. rows.Select(matrix => forest.Predict(matrix, context))];
    }

    private GrownTree[] Grow(FeatureMatrix features, Categories target, double[]? weights, bool isPath, FitContext? context) =>
        ForestGrowth.Grow(Plan(features, target, weights, isPath, context ?? FitContext.Default), TypedTune.Seed.Of(Seed), Trees, context ?? FitContext.Default);

    private ForestPlan Plan(FeatureMatrix features, Categories target, double[]? weights, bool isPath, FitContext context)
    {
        ((object)this as ITunable)?.Validate();
        return ClassForest.Plan(this, Criterion, ClassWeights, Sampling, new TrainingRows<Categories>(features, target, weights), isPath, context);
    }
}
