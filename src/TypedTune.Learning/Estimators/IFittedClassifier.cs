namespace TypedTune.Learning;

/// <summary>A fitted classifier on a matrix. Immutable and thread safe.</summary>
public interface IFittedClassifier
{
    /// <summary>Predicts a label a row.</summary>
    /// <param name="features">M × P, the columns as at fit.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>M labels; the levels are those seen at fit.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit.</exception>
    Categories Predict(FeatureMatrix features, FitContext? context = null);
}
