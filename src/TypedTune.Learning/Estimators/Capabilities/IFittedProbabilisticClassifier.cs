namespace TypedTune.Learning;

/// <summary>A fitted classifier that also says how probable each label is. Immutable and thread safe.</summary>
public interface IFittedProbabilisticClassifier : IFittedClassifier
{
    /// <summary>Predicts the probability of each label.</summary>
    /// <param name="features">M × P, the columns as at fit.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>M × levels, a column a label in the order of the levels at fit, named after it; each row adds up to 1.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit.</exception>
    FeatureMatrix PredictProbabilities(FeatureMatrix features, FitContext? context = null);
}
