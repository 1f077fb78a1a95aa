namespace TypedTune.Learning;

/// <summary>Variants of every metric.</summary>
public static class MetricExtensions
{
    /// <summary>
    /// Returns a metric that counts all rows the same. Use it when rows have weights that models should learn with but metrics should ignore; otherwise a search
    /// and every validation score with the weights of the rows.
    /// </summary>
    /// <typeparam name="TEstimator">Whose predictions it scores.</typeparam>
    /// <param name="metric">The metric.</param>
    /// <returns>A metric of the same direction, named as <c>unweighted RMSE</c>, so that both can stand in one search.</returns>
    public static IMetric<TEstimator> Unweighted<TEstimator>(this IMetric<TEstimator> metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new UnweightedMetric<TEstimator>(metric);
    }
}
