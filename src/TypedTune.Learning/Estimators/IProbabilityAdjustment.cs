namespace TypedTune.Learning;

/// <summary>
/// A step of a pipeline behind a classifier, which changes the classifier's probabilities, as a <see cref="Calibration"/> does, or chooses labels by them, as a
/// <see cref="DecisionThreshold"/> does.
/// </summary>
/// <remarks>
/// Implement <see cref="IProbabilityAdjustment{TFitted}"/>; this form is for properties that may hold any of them. The classifier is fitted on all training rows, and on
/// the inner folds; all adjustments of equal folds share these fits.
/// </remarks>
public interface IProbabilityAdjustment
{
    /// <summary>The folds by which each training row is predicted by a classifier that did not learn from it, for <see cref="Fit"/>; each row must be held back once. Null where nothing is learned.</summary>
    ISplitter? Folds { get; }

    /// <summary>Learns from N predictions. The configuration itself never changes.</summary>
    /// <param name="probabilities">N × levels, a column a label of the targets, named after it; without rows where <see cref="Folds"/> is null.</param>
    /// <param name="target">N labels, none missing.</param>
    /// <param name="weights">How much each row counts; null where all count the same.</param>
    /// <exception cref="ArgumentException">The configuration does not suit the labels.</exception>
    IFittedProbabilityAdjustment Fit(FeatureMatrix probabilities, Categories target, double[]? weights);
}

/// <summary>An adjustment whose fitted type is known.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public interface IProbabilityAdjustment<out TFitted> : IProbabilityAdjustment
    where TFitted : IFittedProbabilityAdjustment
{
    /// <inheritdoc cref="IProbabilityAdjustment.Fit"/>
    new TFitted Fit(FeatureMatrix probabilities, Categories target, double[]? weights);

    IFittedProbabilityAdjustment IProbabilityAdjustment.Fit(FeatureMatrix probabilities, Categories target, double[]? weights) => Fit(probabilities, target, weights);
}
