namespace TypedTune.Learning;

/// <summary>A search worked out: what it scores on, its distinct candidates and the nodes that evaluate them.</summary>
internal sealed class PlannedSearch<TSelf, TData, TFitted>
    where TData : IDataset<TData>
{
    private readonly List<Candidate<TSelf>> _candidates = [];
    private readonly IReadOnlyList<Scorer> _metrics;

    /// <summary>Plans a search.</summary>
    /// <param name="search">What is searched.</param>
    /// <param name="data">All rows.</param>
    /// <param name="known">Trials of an earlier run, which are not planned again.</param>
    public PlannedSearch(Search<TSelf> search, TData data, SearchHistory<TSelf>? known = null)
    {
        data.RequireLearnable();
        _metrics = Scorers(search);
        var planners = FoldPlanners<TData>.Of(search.Evaluation, data, search.TrainingScores, needs: Scorer.NeedsOf(search.AllMetrics));

        int proposed = FindDistinct(search, planners.Count, known);
        foreach (var candidate in _candidates.Where(candidate => candidate.Known is null))
            Plan(candidate, planners);
        foreach (var (planner, _) in planners)
            planner.Complete();

        if (search.Evaluation is OutOfBag && _candidates.All(candidate => candidate.PlanningError is ArgumentException))
            throw new ArgumentException($"No candidate can be scored out of bag: {_candidates[0].PlanningError!.Message}", nameof(search));
        Nodes = WorkOrder.Of(_candidates, byProposal: search.Budget != Budget.Unlimited);
        CountUses();
        Summary = new SearchPlan(proposed, _candidates.Count, search.Evaluation, StepFitsOf(Nodes)) { EstimatedPeakBytes = MemoryEstimate.Peak(Nodes, search.Threads ?? Environment.ProcessorCount) };
    }

    public SearchPlan Summary { get; }

    /// <summary>The nodes in the order in which they should run.</summary>
    public IReadOnlyList<FitNode> Nodes { get; }

    public IReadOnlyList<Candidate<TSelf>> Candidates => _candidates;

    /// <summary>Whether the space holds more distinct candidates than the budget allows.</summary>
    public bool IsCutShort { get; private set; }

    private static IReadOnlyList<Scorer> Scorers(Search<TSelf> search)
    {
        var metrics = search.AllMetrics;
        if (metrics.GroupBy(metric => metric.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"The search scores by {twice.Key} more than once. {nameof(search.Metrics)} are those beside {nameof(search.Scoring)}.", nameof(search));
        return Scorer.Create(metrics);
    }

    private int FindDistinct(Search<TSelf> search, int folds, SearchHistory<TSelf>? known)
    {
        // Equal configurations meet here by value; the dictionary decides only which come together, never an order.
        var seen = new Dictionary<NodeKey, Candidate<TSelf>>();
        var earlier = (known?.Trials ?? []).Where(trial => trial.Succeeded).ToDictionary(trial => Key(trial.Configuration));
        int proposed = 0;
        foreach (var configuration in search.Candidates())
        {
            var key = Key(configuration);
            if (seen.TryGetValue(key, out var same))
            {
                same.Occurrences++;
            }
            else if (_candidates.Count == search.Budget.Trials)
            {
                IsCutShort = true;
                break;
            }
            else
            {
                var candidate = new Candidate<TSelf>(_candidates.Count, configuration, folds) { Known = earlier.GetValueOrDefault(key) };
                seen.Add(key, candidate);
                _candidates.Add(candidate);
            }

            proposed++;
        }

        if (proposed == 0)
            throw new ArgumentException("The space is empty: it holds no configuration to try. Look at the condition of Where.");
        return proposed;
    }

    private static NodeKey Key(TSelf configuration) => new("candidate", configuration!, []);

    private void Plan(Candidate<TSelf> candidate, FoldPlanners<TData> planners)
    {
        foreach (var (planner, source) in planners)
        {
            try
            {
                var prediction = ((IEstimator<TSelf, TData, TFitted>)candidate.Configuration!).Plan(planner, source);
                candidate.Scores[planner.Fold] = new ScoreNode(candidate.Index, planner.Fold, planners.Count > 1, prediction, _metrics);
            }
            catch (Exception exception)
            {
                candidate.PlanningError = exception;
                Array.Clear(candidate.Scores);
                return;
            }
        }
    }

    private void CountUses()
    {
        foreach (var candidate in _candidates)
        {
            foreach (var node in candidate.Nodes)
                node.Uses += candidate.Occurrences;
        }
    }

    private static IReadOnlyList<StepFits> StepFitsOf(IEnumerable<FitNode> nodes) =>
        [.. nodes.Where(node => node.Step is not null).GroupBy(node => node.Step!)
            .Select(group => new StepFits(group.Key, group.Count(), group.Sum(node => node.FitsWithoutPath), group.Sum(node => node.Uses)))];
}
