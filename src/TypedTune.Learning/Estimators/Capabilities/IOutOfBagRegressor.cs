namespace TypedTune.Learning;

/// <summary>A regressor whose one fit also predicts the training rows out of bag. A search with <c>OutOfBag</c> evaluation requires it.</summary>
public interface IOutOfBagRegressor : IRegressor, IOutOfBag
{
    /// <summary>Learns from N rows, and predicts each with the members that did not learn from it.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="target">N finite numbers.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>The model that <see cref="IRegressor.Fit"/> gives, bit for bit and of the same type, and the predictions out of bag.</returns>
    /// <exception cref="ArgumentException">The configuration, the features or the target is illegal.</exception>
    /// <exception cref="InvalidOperationException">Every member learned from every row.</exception>
    (IFittedRegressor Fitted, OutOfBagPredictions<double[]> OutOfBag) FitOutOfBag(FeatureMatrix features, double[] target, FitContext? context = null);
}
