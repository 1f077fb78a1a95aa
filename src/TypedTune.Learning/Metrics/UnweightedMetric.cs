namespace TypedTune.Learning;

/// <summary>Scores by another metric, counting all rows the same.</summary>
internal sealed class UnweightedMetric<TEstimator>(IMetric<TEstimator> metric) : IMetric<TEstimator>
{
    public string Name { get; } = $"unweighted {metric.Name}";

    public Direction Direction => metric.Direction;

    public PredictionNeeds Needs => metric.Needs;

    public double Score(Targets truth, Predictions predictions, double[]? weights = null) => metric.Score(truth, predictions);

    public override string ToString() => $"unweighted {MetricText.From(metric)}";
}
