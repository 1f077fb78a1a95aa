namespace TypedTune.Learning;

/// <summary>Finds the text by which a metric and its options are told from other metrics.</summary>
internal static class MetricText
{
    /// <summary>The metric's own text, which may say options that its name does not; its name where it has none.</summary>
    public static string From<TEstimator>(IMetric<TEstimator> metric) =>
        metric.ToString() is { } text && text != metric.GetType().ToString() ? text : metric.Name;
}
