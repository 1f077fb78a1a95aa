namespace TypedTune.Learning;

/// <summary>Scores one candidate's predictions by every metric.</summary>
/// <param name="place">Its input is the node whose predictions are scored.</param>
/// <param name="candidate">The candidate's place in the search.</param>
/// <param name="namesFold">Whether a metric that fails says in which fold.</param>
/// <param name="metrics">The metrics.</param>
internal sealed class ScoreNode(NodePlace place, int candidate, bool namesFold, ScoreNode.Scorers metrics) : PlanNode(place, "score", metrics, seesTargets: true)
{
    /// <summary>The candidate's place in the search.</summary>
    public int Candidate { get; } = candidate;

    /// <summary>The node whose predictions are scored.</summary>
    public PlanNode Prediction => Inputs[0];

    public override bool IsLast => true;

    public override object Run(NodeRun run)
    {
        var predictions = run.PredictionsOf(Prediction);
        return run.Apply(() => new FoldScore(
            Score(predictions.Scored!, run.Task.Fold),
            predictions.Training is { } training ? Score(training, run.Task.Fold) : null));
    }

    public override PlanNode At(NodePlace place) => new ScoreNode(place, Candidate, namesFold, metrics);

    private double[] Score(FoldPredictions.Rows rows, int fold) => Scorer.Score(metrics.Metrics, rows.Truth, rows.Predictions, rows.Weights, namesFold ? fold : null);

    /// <summary>Metrics, equal by their names.</summary>
    internal sealed class Scorers(IReadOnlyList<Scorer> metrics)
    {
        private readonly string _names = string.Join(", ", metrics.Select(metric => metric.Name));

        public IReadOnlyList<Scorer> Metrics { get; } = metrics;

        /// <summary>Creates the list from typed metrics.</summary>
        public static Scorers Create<TEstimator>(IReadOnlyList<IMetric<TEstimator>> metrics) => new(Scorer.Create(metrics));

        public override bool Equals(object? obj) => obj is Scorers other && _names == other._names;

        public override int GetHashCode() => _names.GetHashCode(StringComparison.Ordinal);

        public override string ToString() => _names;
    }
}
