namespace TypedTune.Learning;

/// <summary>A fitted regressor on a matrix. Immutable and thread safe.</summary>
public interface IFittedRegressor
{
    /// <summary>Predicts a number a row.</summary>
    /// <param name="features">M × P, the columns as at fit.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>M numbers.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit.</exception>
    double[] Predict(FeatureMatrix features, FitContext? context = null);
}
