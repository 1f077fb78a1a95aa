namespace TypedTune.Learning;

/// <summary>A regressor that can learn from weighted rows. A search requires it if the <see cref="Dataset"/> has weights.</summary>
/// <remarks>Implement <see cref="IWeightedRegressor{TFitted}"/>; a search uses this untyped form.</remarks>
public interface IWeightedRegressor : IRegressor
{
    /// <summary>Learns from N weighted rows.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="target">N finite numbers.</param>
    /// <param name="weights">N finite numbers of at least 0, not all 0.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>An object of the same type as <see cref="IRegressor.Fit"/> gives.</returns>
    /// <exception cref="ArgumentException">The configuration, the features, the target or a weight is illegal.</exception>
    IFittedRegressor Fit(FeatureMatrix features, double[] target, double[] weights, FitContext? context = null);
}

/// <summary>The capability that lets a regressor learn from weighted rows. Opt in by implementing it beside <see cref="IRegressor{TSelf, TFitted}"/>.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public interface IWeightedRegressor<out TFitted> : IWeightedRegressor
    where TFitted : IFittedRegressor
{
    /// <inheritdoc cref="IWeightedRegressor.Fit"/>
    new TFitted Fit(FeatureMatrix features, double[] target, double[] weights, FitContext? context = null);

    IFittedRegressor IWeightedRegressor.Fit(FeatureMatrix features, double[] target, double[] weights, FitContext? context) => Fit(features, target, weights, context);
}
