namespace TypedTune.Learning;

/// <summary>The scores of one candidate on one fold by every metric.</summary>
/// <param name="Validation">A score a metric.</param>
/// <param name="Training">A score a metric on the rows that were learned from; null where these are not scored.</param>
internal sealed record FoldScore(double[] Validation, double[]? Training)
{
    /// <summary>Summarizes the scores of all folds by each metric.</summary>
    public static IReadOnlyList<MetricScores> Summarize<TEstimator>(IReadOnlyList<FoldScore> folds, IReadOnlyList<IMetric<TEstimator>> metrics) =>
        [.. metrics.Select((metric, m) => Summarize(folds, metric, m))];

    /// <summary>Summarizes the scores of all folds by one metric.</summary>
    /// <param name="folds">A score a fold.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="index">Its place among the metrics.</param>
    public static MetricScores Summarize<TEstimator>(IReadOnlyList<FoldScore> folds, IMetric<TEstimator> metric, int index) => new(
        metric.Name,
        metric.Direction,
        new FoldScores([.. folds.Select(fold => fold.Validation[index])]),
        folds.All(fold => fold.Training is not null) ? new FoldScores([.. folds.Select(fold => fold.Training![index])]) : null);
}
