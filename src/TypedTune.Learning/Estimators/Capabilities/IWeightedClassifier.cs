namespace TypedTune.Learning;

/// <summary>A classifier that can learn from weighted rows. A search requires it if the <see cref="Dataset"/> has weights.</summary>
/// <remarks>Implement <see cref="IWeightedClassifier{TFitted}"/>; a search uses this untyped form.</remarks>
public interface IWeightedClassifier : IClassifier
{
    /// <summary>Learns from N weighted rows.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="target">N labels, none missing.</param>
    /// <param name="weights">N finite numbers of at least 0, not all 0.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>An object of the same type as <see cref="IClassifier.Fit"/> gives.</returns>
    /// <exception cref="ArgumentException">The configuration, the features, the target or a weight is illegal.</exception>
    IFittedClassifier Fit(FeatureMatrix features, Categories target, double[] weights, FitContext? context = null);
}

/// <summary>The capability that lets a classifier learn from weighted rows. Opt in by implementing it beside <see cref="IClassifier{TSelf, TFitted}"/>.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public interface IWeightedClassifier<out TFitted> : IWeightedClassifier
    where TFitted : IFittedClassifier
{
    /// <inheritdoc cref="IWeightedClassifier.Fit"/>
    new TFitted Fit(FeatureMatrix features, Categories target, double[] weights, FitContext? context = null);

    IFittedClassifier IWeightedClassifier.Fit(FeatureMatrix features, Categories target, double[] weights, FitContext? context) => Fit(features, target, weights, context);
}
