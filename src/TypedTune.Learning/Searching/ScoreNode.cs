namespace TypedTune.Learning;

/// <summary>Scores one candidate's predictions by every metric.</summary>
/// <param name="place">Its input is what is scored.</param>
/// <param name="candidate">The candidate's place in the search.</param>
/// <param name="namesFold">Whether a metric that fails says in which fold.</param>
/// <param name="metrics">What scores.</param>
internal sealed class ScoreNode(NodePlace place, int candidate, bool namesFold, ScoreNode.Scorers metrics) : PlanNode(place, "score", metrics, seesTargets: true)
{
    /// <summary>The candidate's place in the search.</summary>
    public int Candidate { get; } = candidate;

    /// <summary>What is scored.</summary>
    public PlanNode Prediction => Inputs[0];

    public override object Run(NodeRun run)
    {
        var predictions = run.PredictionsOf(Prediction);
        return run.Apply(() => new FoldScore(
            Score(predictions.Scored!, run.Task.Fold),
            predictions.Training is { } training ? Score(training, run.Task.Fold) : null));
    }

    public override PlanNode At(NodePlace place) => new ScoreNode(place, Candidate, namesFold, metrics);

    private double[] Score(FoldPredictions.Rows rows, int fold)
    {
        var scores = new double[metrics.Metrics.Count];
        for (int m = 0; m < scores.Length; m++)
        {
            try
            {
                scores[m] = metrics.Metrics[m].Score(rows.Truth, rows.Predictions);
                if (!double.IsFinite(scores[m]))
                    throw new InvalidOperationException($"the score is {scores[m]}. Look at the predictions and the targets that are scored.");
            }
            catch (Exception exception)
            {
                throw new FitException(metrics.Metrics[m].Name, namesFold ? fold : null, null, exception);
            }
        }

        return scores;
    }

    /// <summary>A metric without the type of whose predictions it scores.</summary>
    internal readonly record struct Scorer(string Name, Func<Targets, Targets, double> Score);

    /// <summary>Metrics, equal by their names.</summary>
    internal sealed class Scorers(IReadOnlyList<Scorer> metrics)
    {
        private readonly string _names = string.Join(", ", metrics.Select(metric => metric.Name));

        public IReadOnlyList<Scorer> Metrics { get; } = metrics;

        /// <summary>Takes the types off.</summary>
        public static Scorers Create<TEstimator>(IReadOnlyList<IMetric<TEstimator>> metrics) => new([.. metrics.Select(metric => new Scorer(metric.Name, metric.Score))]);

        public override bool Equals(object? obj) => obj is Scorers other && _names == other._names;

        public override int GetHashCode() => _names.GetHashCode(StringComparison.Ordinal);

        public override string ToString() => _names;
    }
}
