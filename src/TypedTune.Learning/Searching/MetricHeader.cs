namespace TypedTune.Learning;

/// <summary>The name and the direction of a metric, which trials keep. They are read once, before the first fit, since a user's metric may throw later.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Direction">Which scores are good.</param>
internal readonly record struct MetricHeader(string Name, Direction Direction)
{
    /// <summary>Those of metrics, in their order.</summary>
    public static IReadOnlyList<MetricHeader> From<TEstimator>(IEnumerable<IMetric<TEstimator>> metrics) => [.. metrics.Select(metric => new MetricHeader(metric.Name, metric.Direction))];
}
