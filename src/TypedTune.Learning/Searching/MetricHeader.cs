namespace TypedTune.Learning;

/// <summary>What trials say of a metric. Read once, before the first fit, since a metric of the user's own may throw later.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Direction">Which scores are good.</param>
internal readonly record struct MetricHeader(string Name, Direction Direction)
{
    /// <summary>Those of metrics, in their order.</summary>
    public static IReadOnlyList<MetricHeader> From<TEstimator>(IEnumerable<IMetric<TEstimator>> metrics) => [.. metrics.Select(metric => new MetricHeader(metric.Name, metric.Direction))];
}
