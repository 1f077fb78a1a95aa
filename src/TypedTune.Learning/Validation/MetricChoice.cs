namespace TypedTune.Learning;

/// <summary>The metrics of a validation, each once.</summary>
internal static class MetricChoice
{
    /// <summary>Refuses an empty list of metrics, and a metric that is listed twice.</summary>
    public static void Require<TEstimator>(IReadOnlyList<IMetric<TEstimator>> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        if (metrics.Count == 0)
            throw new ArgumentException($"There are no metrics to score by. Give at least one, such as {nameof(Metric)}.{nameof(Metric.RootMeanSquaredError)}.", nameof(metrics));
        if (metrics.GroupBy(metric => metric.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"The metric {Excerpt.From(twice.Key)} is given more than once. Give each once.", nameof(metrics));
    }

    /// <summary>Finds the scores by a metric.</summary>
    /// <exception cref="ArgumentException">There are no scores by that metric; the message names the metrics that there are.</exception>
    public static MetricScores ScoresOf<TEstimator>(IReadOnlyList<MetricScores> scores, IMetric<TEstimator> metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return scores.FirstOrDefault(own => own.Name == metric.Name)
            ?? throw new ArgumentException($"There are no scores by {Excerpt.From(metric.Name)}, but by {Excerpt.FromList(scores.Select(own => own.Name))}. Give it to the cross-validation as well.", nameof(metric));
    }
}
