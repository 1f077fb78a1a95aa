namespace TypedTune.Learning;

/// <summary>Scores one candidate's predictions on one fold by every metric.</summary>
internal sealed class ScoreNode(int candidate, int fold, bool namesFold, PredictionNode prediction, IReadOnlyList<Scorer> metrics)
    : FitNode(null, fold, [prediction])
{
    /// <summary>The candidate's place in the plan.</summary>
    public int Candidate { get; } = candidate;

    /// <summary>What is scored.</summary>
    public PredictionNode Prediction { get; } = prediction;

    /// <summary>A score a metric.</summary>
    public double[] Scores { get; private set; } = new double[metrics.Count];

    /// <summary>A score a metric on the rows that were learned from; null where these are not scored.</summary>
    public double[]? TrainingScores { get; private set; }

    /// <summary>What a metric says, over all folds.</summary>
    /// <param name="folds">A node a fold, all of which have run.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="index">Its place among the nodes' metrics.</param>
    public static MetricScores Summary<TEstimator>(IReadOnlyList<ScoreNode> folds, IMetric<TEstimator> metric, int index) => new(
        metric.Name,
        metric.Direction,
        new FoldScores([.. folds.Select(fold => fold.Scores[index])]),
        folds.All(fold => fold.TrainingScores is not null) ? new FoldScores([.. folds.Select(fold => fold.TrainingScores![index])]) : null);

    internal override void Run(FitContext context) => Time(
        () => { },
        () =>
        {
            var predictions = Prediction.Predictions;
            Scores = Score(predictions.Scored!);
            if (predictions.Training is { } training)
                TrainingScores = Score(training);
        });

    internal override void Release()
    {
    }

    private double[] Score(ScoredRows rows) => Scorer.Score(metrics, rows.Truth, rows.Predictions, rows.Weights, namesFold ? Fold : null);
}
