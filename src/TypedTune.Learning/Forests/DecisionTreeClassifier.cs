namespace TypedTune.Learning;

/// <summary>
/// One classification tree, grown on every row (Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984).
/// </summary>
/// <remarks>Between equally good splits the seed decides. Immutable and thread safe. Infinite values are refused.</remarks>
[MissingValues(MissingValueTreatment.Keep)]
public sealed partial record DecisionTreeClassifier : TreeConfiguration, IClassifier<DecisionTreeClassifier, FittedDecisionTreeClassifier>, IProbabilisticClassification, IWeightedClassifier<FittedDecisionTreeClassifier>, IFitEstimate
{
    /// <summary>The impurity that splits minimise. Default: <see cref="ClassificationCriterion.Gini"/>.</summary>
    [Hyperparameter(InAll = false)]
    public ClassificationCriterion Criterion { get; init; }

    /// <summary>The weights of the classes. Default: <see cref="ClassWeights.Equal"/>.</summary>
    [Hyperparameter]
    public ClassWeights ClassWeights { get; init; } = ClassWeights.Equal;

    /// <summary>Grows the tree.</summary>
    /// <param name="features">N × P numbers, none infinite; N and P at least 1.</param>
    /// <param name="target">N labels, none missing.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="ArgumentOutOfRangeException">A hyperparameter is outside its bounds, or <see cref="MaxFeatures"/> is above P.</exception>
    /// <exception cref="ArgumentException">There is no row or no column, the lengths differ, a number is illegal, a label is missing, or a weighted class is unknown; the message says where.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public FittedDecisionTreeClassifier Fit(FeatureMatrix features, Categories target, FitContext? context = null) => Grow(features, target, null, context);

    /// <summary>Grows the tree on rows that do not all count the same.</summary>
    /// <param name="features">N × P numbers, none infinite; N and P at least 1.</param>
    /// <param name="target">N labels, none missing.</param>
    /// <param name="weights">N numbers, each 0 or from 1e-28 to 1e28 and at most 1e18 times another; a row of weight 0 is not learned from. Only their ratios matter.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <inheritdoc cref="Fit(FeatureMatrix, Categories, FitContext?)" path="/exception"/>
    public FittedDecisionTreeClassifier Fit(FeatureMatrix features, Categories target, double[] weights, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Grow(features, target, weights, context);
    }

    FitEstimate IFitEstimate.EstimateFit(InputSize input) => TreeEstimate.Of(this, new EveryRow(), 1, slowness: 1, input);

    private FittedDecisionTreeClassifier Grow(FeatureMatrix features, Categories target, double[]? weights, FitContext? context)
    {
        ((object)this as ITunable)?.Validate();
        context ??= FitContext.Default;
        var plan = ClassForest.Plan(this, Criterion, ClassWeights, new EveryRow(), new TrainingRows<Categories>(features, target, weights), isPath: false, context);
        var trees = ForestGrowth.Grow(plan, TypedTune.Seed.Of(Seed), 1, context);
        return new FittedDecisionTreeClassifier(this, features.Names, [.. target.Levels], trees[0]);
    }
}
