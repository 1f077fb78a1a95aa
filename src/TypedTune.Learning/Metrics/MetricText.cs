namespace TypedTune.Learning;

/// <summary>What tells a metric from others.</summary>
internal static class MetricText
{
    /// <summary>The metric's own text, which may say options that its name does not; its name where it has none.</summary>
    public static string From<TEstimator>(IMetric<TEstimator> metric) =>
        metric.ToString() is { } text && text != metric.GetType().ToString() ? text : metric.Name;
}
