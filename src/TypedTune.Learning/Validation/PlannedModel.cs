namespace TypedTune.Learning;

/// <summary>One configuration, planned once for all the folds that it is validated on.</summary>
internal sealed class PlannedModel<TSelf, TData, TFitted>
    where TData : IDataset<TData>
{
    private readonly IReadOnlyList<IMetric<TSelf>> _metrics;
    private readonly FitPlanner<TData> _planner;
    private readonly FitSource _source;
    private readonly PlanNode _prediction;
    private readonly ScoreNode _score;
    private readonly bool _namesFolds;

    /// <summary>Plans a configuration.</summary>
    /// <param name="model">The configuration.</param>
    /// <param name="data">All rows.</param>
    /// <param name="first">One of the folds; others differ from it in their rows and targets alone.</param>
    /// <param name="metrics">The metrics that score it; empty if only predictions are wanted.</param>
    /// <param name="namesFolds">Whether failures say in which fold they were.</param>
    public PlannedModel(IEstimator<TSelf, TData, TFitted> model, TData data, FitTask first, IReadOnlyList<IMetric<TSelf>> metrics, bool namesFolds)
    {
        _metrics = metrics;
        _namesFolds = namesFolds;
        _source = FitSource.From(data);
        _planner = new FitPlanner<TData>(data, first);
        _prediction = _planner.NodeOf(model.Plan(_planner, "", _planner.Source));
        _score = _planner.Register(place => new ScoreNode(place, 0, namesFolds, ScoreNode.Scorers.Create(metrics)), _prediction.Alone);
    }

    /// <summary>Scores the configuration on folds.</summary>
    /// <returns>A unit a fold.</returns>
    public IReadOnlyList<FitUnit> Score(IEnumerable<FitTask> tasks, int? threads, CancellationToken cancellation) => Run(tasks.Select(task => ((PlanNode)_score, task)), threads, cancellation);

    /// <summary>Scores the configuration on folds, and keeps the models.</summary>
    /// <returns>A unit a fold, and a model a fold.</returns>
    public (IReadOnlyList<FitUnit> Folds, TFitted[] Models) ScoreAndKeep(IReadOnlyList<FitTask> tasks, int? threads, CancellationToken cancellation)
    {
        var model = _planner.Register(place => new ResultNode(place, static (prediction, _, _) => prediction.Fitted!), _prediction.Alone);
        var units = Run([.. tasks.Select(task => ((PlanNode)_score, task)), .. tasks.Select(task => ((PlanNode)model, task))], threads, cancellation);
        return ([.. units.Take(tasks.Count)], [.. units.Skip(tasks.Count).Select(unit => (TFitted)unit.Result!)]);
    }

    /// <summary>Fits the configuration on folds, and takes something of each model or its predictions.</summary>
    /// <param name="tasks">The folds.</param>
    /// <param name="take">Takes the result out of predictions, task and context.</param>
    /// <param name="threads">How many threads; null for one a processor.</param>
    /// <param name="cancellation">Ends the run.</param>
    public TResult[] Take<TResult>(IEnumerable<FitTask> tasks, Func<PredictionResult, FitTask, FitContext, TResult> take, int? threads, CancellationToken cancellation)
        where TResult : class
    {
        var result = _planner.Register(place => new ResultNode(place, take), _prediction.Alone);
        return [.. Run(tasks.Select(task => ((PlanNode)result, task)), threads, cancellation).Select(unit => (TResult)unit.Result!)];
    }

    /// <summary>Summarizes the scores of folds by each metric.</summary>
    public IReadOnlyList<MetricScores> Summarize(IEnumerable<FitUnit> folds)
    {
        var scores = FoldScore.Summarize([.. folds.Select(fold => (FoldScore)fold.Result!)], _metrics);
        foreach (var metric in scores)
            metric.Rank = 1;
        return scores;
    }

    private IReadOnlyList<FitUnit> Run(IEnumerable<(PlanNode Node, FitTask Task)> wanted, int? threads, CancellationToken cancellation) =>
        WholeRun.Run(_planner.Complete(), _source, wanted, _namesFolds, threads, cancellation);
}
