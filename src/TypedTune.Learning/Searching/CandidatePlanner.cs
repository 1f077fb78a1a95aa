namespace TypedTune.Learning;

/// <summary>
/// Plans candidates, batch by batch, into one plan for all folds. Once the plan has grown large a new one is begun, so that a search of any length holds no more
/// than its trials and what is pending. Not thread safe.
/// </summary>
internal sealed class CandidatePlanner<TSelf, TData, TFitted>
    where TData : IDataset<TData>
{
    /// <summary>How many candidates are planned together at most.</summary>
    public const int LargestBatch = 1 << 16;

    // Where the number of candidates is not known a first batch is planned soon, and larger ones follow.
    private const int FirstBatch = 1 << 10;
    private const int LargestPlan = 1 << 19;

    // All units of a batch are there before the first of them runs.
    private const int MostUnits = 1 << 18;

    private readonly TData _data;
    private readonly ScoreNode.Scorers _metrics;
    private PlanWalk _walk = new();
    private readonly bool _byProposal;
    private readonly int _largest;
    private (FitPlanner<TData> Planner, PlanTally Tally) _plan;
    private (FitPlanner<TData> Planner, PlanTally Tally)? _before;
    private IReadOnlyList<StepFits> _earlier = [];

    /// <summary>Starts an empty plan.</summary>
    /// <param name="search">How candidates are evaluated.</param>
    /// <param name="data">All rows.</param>
    /// <param name="total">How many candidates there will be at most; null where that is not known.</param>
    public CandidatePlanner(Search<TSelf> search, TData data, long? total)
    {
        data.RequireLearnable();
        var metrics = search.AllMetrics;
        if (metrics.GroupBy(metric => metric.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"The search scores by {Excerpt.From(twice.Key)} more than once. {nameof(search.Metrics)} are those beside {nameof(search.Scoring)}.", nameof(search));
        _data = data;
        _metrics = ScoreNode.Scorers.Create(metrics);
        _byProposal = search.Budget != Budget.Unlimited;
        Tasks = new FoldTasks(search.TrainingScores) { Needs = Scorer.NeedsOf(metrics) }.Create(search.Evaluation, data.Roles);
        Source = FitSource.From(data);
        _largest = Math.Clamp(MostUnits / Tasks.Count, 1, LargestBatch);
        NextBatch = total <= LargestBatch ? _largest : Math.Min(FirstBatch, _largest);
        _plan = Begin();
    }

    /// <summary>A task for each fold.</summary>
    public IReadOnlyList<FitTask> Tasks { get; }

    /// <summary>All rows.</summary>
    public FitSource Source { get; }

    /// <summary>How many candidates to plan together next.</summary>
    public int NextBatch { get; private set; }

    /// <summary>How often each step is fitted, in the order in which steps are first needed; over all folds.</summary>
    public IReadOnlyList<StepFits> Steps => StepFits.Sum(_earlier, _before?.Tally.Steps ?? [], _plan.Tally.Steps);

    /// <summary>Plans candidates. Nodes that earlier ones have in common with them are there already.</summary>
    /// <param name="candidates">Each gets the node that scores it, or the reason why it could not be planned.</param>
    /// <param name="cancellationToken">Ends the planning early; the candidates that are left get neither.</param>
    public PlannedBatch<TSelf> Plan(IReadOnlyList<PlannedCandidate<TSelf>> candidates, CancellationToken cancellationToken = default)
    {
        var (planner, tally) = _plan;
        var planned = new List<PlannedCandidate<TSelf>>(candidates.Count);
        foreach (var candidate in candidates)
        {
            if (cancellationToken.IsCancellationRequested)
                break;
            if (TryPlan(planner, candidate))
                planned.Add(candidate);
        }

        var plan = planner.Complete();
        var ordered = _byProposal ? planned : ExecutionOrder.Sort(plan, _walk, planned);
        var batch = new PlannedBatch<TSelf>(plan, ordered) { Work = tally.Add(plan, ordered) };
        NextBatch = Math.Min(_largest, 2 * NextBatch);
        if (plan.Nodes.Count > LargestPlan)
        {
            // Units of the plan before may still run; those of the one before that have ended, or are few.
            _earlier = StepFits.Sum(_earlier, _before?.Tally.Steps ?? []);
            (_before, _plan) = (_plan, Begin());
            _walk = new PlanWalk();
        }

        return batch;
    }

    /// <summary>How many fits there would be in a node's place on a fold, if every candidate fitted everything.</summary>
    public int UsesOf(PlanNode node)
    {
        if (_plan.Planner.Owns(node))
            return _plan.Tally.UsesOf(node);
        return _before is var (planner, tally) && planner.Owns(node) ? tally.UsesOf(node) : 1;
    }

    private (FitPlanner<TData> Planner, PlanTally Tally) Begin() => (new FitPlanner<TData>(_data, Tasks[0]), new PlanTally(Tasks.Count));

    private bool TryPlan(FitPlanner<TData> planner, PlannedCandidate<TSelf> candidate)
    {
        try
        {
            var prediction = planner.NodeOf(((IEstimator<TSelf, TData, TFitted>)candidate.Configuration!).Plan(planner, "", planner.Source));
            candidate.Score = planner.Register(place => new ScoreNode(place, candidate.Index, Tasks.Count > 1, _metrics), prediction.Alone);
            return true;
        }
        catch (Exception exception)
        {
            candidate.PlanningError = exception;
            return false;
        }
    }
}
