namespace TypedTune.Learning;

/// <summary>A configuration that, fitted on a matrix and a label a row, predicts such labels.</summary>
/// <remarks>Implement <see cref="IClassifier{TSelf, TFitted}"/>; this form is for properties that may hold any classifier.</remarks>
public interface IClassifier : IClassification
{
    /// <summary>Learns from N rows. The configuration itself never changes.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="target">N labels, none missing.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="ArgumentException">The configuration, the features or the target is illegal.</exception>
    IFittedClassifier Fit(FeatureMatrix features, Categories target, FitContext? context = null);
}

/// <summary>A classifier whose fitted type is known.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public interface IClassifier<out TFitted> : IClassifier
    where TFitted : IFittedClassifier
{
    /// <inheritdoc cref="IClassifier.Fit"/>
    new TFitted Fit(FeatureMatrix features, Categories target, FitContext? context = null);

    IFittedClassifier IClassifier.Fit(FeatureMatrix features, Categories target, FitContext? context) => Fit(features, target, context);
}

/// <summary>A classifier that a search can tune by itself, on a <see cref="Dataset"/>.</summary>
/// <typeparam name="TSelf">The configuration.</typeparam>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public interface IClassifier<TSelf, TFitted> : IClassifier<TFitted>, IEstimator<TSelf, Dataset, TFitted>
    where TSelf : IClassifier<TSelf, TFitted>
    where TFitted : IFittedClassifier
{
    PredictionHandle<TFitted> IEstimator<TSelf, Dataset, TFitted>.Plan(IFitPlan plan, string path, DataHandle<Dataset> data)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return this is ICompositePredictor<TFitted> composite
            ? composite.Plan(plan, path, plan.Features(data))
            : plan.AddClassifier(string.IsNullOrEmpty(path) ? EstimatorName.For(this) : path, this, plan.Features(data));
    }
}
