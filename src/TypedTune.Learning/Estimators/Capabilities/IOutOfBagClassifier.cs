namespace TypedTune.Learning;

/// <summary>A classifier whose one fit also predicts the training rows out of bag. A search with <c>OutOfBag</c> evaluation requires it.</summary>
public interface IOutOfBagClassifier : IClassifier, IOutOfBag
{
    /// <summary>Learns from N rows, and predicts each with the members that did not learn from it.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="target">N labels, none missing.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>The model that <see cref="IClassifier.Fit"/> gives, bit for bit and of the same type, and the predictions out of bag.</returns>
    /// <exception cref="ArgumentException">The configuration, the features or the target is illegal.</exception>
    /// <exception cref="InvalidOperationException">Every member learned from every row.</exception>
    (IFittedClassifier Fitted, OutOfBagPredictions<Categories> OutOfBag) FitOutOfBag(FeatureMatrix features, Categories target, FitContext? context = null);
}
