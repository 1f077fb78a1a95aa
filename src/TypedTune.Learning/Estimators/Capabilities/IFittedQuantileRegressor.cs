namespace TypedTune.Learning;

/// <summary>A fitted regressor that also predicts quantiles of the target. Immutable and thread safe.</summary>
public interface IFittedQuantileRegressor : IFittedRegressor
{
    /// <summary>Predicts quantiles.</summary>
    /// <param name="features">M × P, the columns as at fit.</param>
    /// <param name="quantiles">Q levels from 0 to 1, both included, in any order.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>M × Q, a column a level, in the order of <paramref name="quantiles"/>.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a level is outside.</exception>
    FeatureMatrix PredictQuantiles(FeatureMatrix features, IReadOnlyList<double> quantiles, FitContext? context = null);
}
