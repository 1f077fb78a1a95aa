namespace TypedTune.Learning;

/// <summary>Plans candidates, batch by batch, into one growing plan for all folds. Not thread safe.</summary>
internal sealed class CandidatePlanner<TSelf, TData, TFitted>
    where TData : IDataset<TData>
{
    private readonly FitPlanner<TData> _planner;
    private readonly ScoreNode.Scorers _metrics;
    private readonly PlanWalk _walk = new();
    private readonly bool _byProposal;

    /// <summary>Starts an empty plan.</summary>
    /// <param name="search">How candidates are evaluated.</param>
    /// <param name="data">All rows.</param>
    public CandidatePlanner(Search<TSelf> search, TData data)
    {
        data.RequireLearnable();
        var metrics = search.AllMetrics;
        if (metrics.GroupBy(metric => metric.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"The search scores by {twice.Key} more than once. {nameof(search.Metrics)} are those beside {nameof(search.Scoring)}.", nameof(search));
        _metrics = ScoreNode.Scorers.Create(metrics);
        _byProposal = search.Budget != Budget.Unlimited;
        Tasks = FoldTasks.Create(search.Evaluation, data, search.TrainingScores);
        Source = FitSource.From(data);
        Tally = new PlanTally(Tasks.Count);
        _planner = new FitPlanner<TData>(data, Tasks[0]);
    }

    /// <summary>A task a fold.</summary>
    public IReadOnlyList<FitTask> Tasks { get; }

    /// <summary>All rows.</summary>
    public FitSource Source { get; }

    /// <summary>What is planned so far, counted.</summary>
    public PlanTally Tally { get; }

    /// <summary>Plans candidates. What they share with earlier ones is there already.</summary>
    /// <param name="candidates">Each gets the node that scores it, or the reason why it could not be planned.</param>
    public PlannedBatch<TSelf> Plan(IEnumerable<Candidate<TSelf>> candidates)
    {
        var planned = new List<Candidate<TSelf>>();
        foreach (var candidate in candidates)
        {
            if (TryPlan(candidate))
                planned.Add(candidate);
        }

        var plan = _planner.Complete();
        var ordered = _byProposal ? planned : ExecutionOrder.Sort(plan, _walk, planned);
        return new PlannedBatch<TSelf>(plan, ordered) { Work = Tally.Add(plan, ordered) };
    }

    private bool TryPlan(Candidate<TSelf> candidate)
    {
        try
        {
            var prediction = _planner.NodeOf(((IEstimator<TSelf, TData, TFitted>)candidate.Configuration!).Plan(_planner, "", _planner.Source));
            candidate.Score = _planner.Register(place => new ScoreNode(place, candidate.Index, Tasks.Count > 1, _metrics), prediction.Alone);
            return true;
        }
        catch (Exception exception)
        {
            candidate.PlanningError = exception;
            return false;
        }
    }
}
