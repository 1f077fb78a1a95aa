namespace TypedTune.Learning;

/// <summary>Options of every metric.</summary>
public static class MetricExtensions
{
    /// <summary>
    /// The metric with all rows counting the same: what scores rows with weights that are to be learned with, but not to be scored with. Without it a search
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
