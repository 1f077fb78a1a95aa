namespace TypedTune.Learning;

/// <summary>One configuration planned on folds, and its scores once they have run.</summary>
internal sealed class PlannedModel<TSelf, TData, TFitted>
    where TData : IDataset<TData>
{
    private readonly IReadOnlyList<IMetric<TSelf>> _metrics;

    /// <summary>Plans a configuration.</summary>
    /// <param name="model">The configuration.</param>
    /// <param name="folds">Where it is fitted and scored.</param>
    /// <param name="metrics">What scores it; none where predictions alone are wanted.</param>
    /// <param name="namesFolds">Whether a metric that fails says in which fold.</param>
    public PlannedModel(IEstimator<TSelf, TData, TFitted> model, IReadOnlyList<(FitPlanner Planner, FoldNode<TData> Source)> folds, IReadOnlyList<IMetric<TSelf>> metrics, bool namesFolds)
    {
        _metrics = metrics;
        var scorers = Scorer.Create(metrics);
        Predictions = [.. folds.Select(fold => model.Plan(fold.Planner, fold.Source))];
        Folds = [.. Predictions.Select(prediction => new ScoreNode(0, prediction.Fold, namesFolds, prediction, scorers))];
    }

    /// <summary>A node a fold that fits and predicts.</summary>
    public PredictionNode<TFitted>[] Predictions { get; }

    /// <summary>A node a fold that scores.</summary>
    public ScoreNode[] Folds { get; }

    /// <summary>A node a fold that keeps the fitted model.</summary>
    /// <param name="models">A place a fold.</param>
    public IEnumerable<ResultNode> Keep(TFitted[] models) =>
        Predictions.Select((prediction, i) => new ResultNode(prediction, _ => models[i] = prediction.Fitted));

    /// <summary>What each metric says.</summary>
    public IReadOnlyList<MetricScores> Scores() => [.. _metrics.Select((_, m) => ScoresOf(m))];

    /// <summary>What a metric says, by its number.</summary>
    public MetricScores ScoresOf(int metric)
    {
        var scores = ScoreNode.Summary(Folds, _metrics[metric], metric);
        scores.Rank = 1;
        return scores;
    }
}
