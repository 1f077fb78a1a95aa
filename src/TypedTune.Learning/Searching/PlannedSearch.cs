namespace TypedTune.Learning;

/// <summary>A search worked out: its folds, its distinct candidates and the nodes that evaluate them.</summary>
internal sealed class PlannedSearch<TSelf, TData, TFitted>
    where TData : IDataset<TData>
{
    private readonly List<FitNode> _nodes = [];
    private readonly List<Candidate<TSelf>> _candidates = [];
    private readonly Dictionary<string, int> _naiveFits = [];

    public PlannedSearch(Search<TSelf> search, TData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.RowCount == 0)
            throw new ArgumentException("There are no rows to learn from.", nameof(data));
        var targets = data.Targets;
        targets.RequireComplete();
        var folds = search.CrossValidation.Split(targets);
        var (planners, sources, truths) = Prepare(data, folds);

        _nodes.AddRange(sources);
        int proposed = FindDistinct(search, folds.Count);
        foreach (var candidate in _candidates)
        {
            for (int fold = 0; fold < folds.Count; fold++)
                Plan(candidate, planners[fold], sources[fold], truths[fold], search.Scoring);
        }

        var fits = _nodes.Where(node => node.Step is not null).GroupBy(node => node.Step!)
            .Select(group => new StepFits(group.Key, group.Count(), _naiveFits[group.Key]));
        Summary = new SearchPlan(proposed, _candidates.Count, folds.Count, [.. fits]);
    }

    public SearchPlan Summary { get; }

    /// <summary>The nodes in the order in which they should run: candidate by candidate.</summary>
    public IReadOnlyList<FitNode> Nodes => _nodes;

    public IReadOnlyList<Candidate<TSelf>> Candidates => _candidates;

    private static (FitPlanner[] Planners, FoldNode<TData>[] Sources, Targets[] Truths) Prepare(TData data, IReadOnlyList<Fold> folds)
    {
        var planners = new FitPlanner[folds.Count];
        var sources = new FoldNode<TData>[folds.Count];
        var truths = new Targets[folds.Count];
        for (int i = 0; i < folds.Count; i++)
        {
            var (train, validation) = (data.TakeRows(folds[i].Train), data.TakeRows(folds[i].Validation));
            planners[i] = new FitPlanner(i, train.Targets, hasValidation: true);
            sources[i] = planners[i].Source(train, validation);
            truths[i] = validation.Targets;
        }

        return (planners, sources, truths);
    }

    private int FindDistinct(Search<TSelf> search, int folds)
    {
        // Equal configurations meet here by value; the dictionary decides only which come together, never an order.
        var known = new Dictionary<NodeKey, Candidate<TSelf>>();
        int proposed = 0;
        foreach (var configuration in search.Candidates())
        {
            if (known.TryGetValue(new NodeKey("candidate", configuration!, []), out var same))
            {
                same.Occurrences++;
            }
            else
            {
                var candidate = new Candidate<TSelf>(_candidates.Count, configuration, folds);
                known.Add(new NodeKey("candidate", configuration!, []), candidate);
                _candidates.Add(candidate);
            }

            proposed++;
        }

        if (proposed == 0)
            throw new ArgumentException("The space is empty: it holds no configuration to try. Look at the condition of Where.");
        return proposed;
    }

    private void Plan(Candidate<TSelf> candidate, FitPlanner planner, FoldNode<TData> source, Targets truth, IMetric<TSelf> metric)
    {
        int before = planner.Nodes.Count;
        PredictionNode<TFitted>? prediction = null;
        try
        {
            prediction = ((IEstimator<TSelf, TData, TFitted>)candidate.Configuration!).Plan(planner, source);
        }
        catch (Exception exception)
        {
            candidate.PlanningError ??= exception;
        }

        _nodes.AddRange(planner.Nodes.Skip(before));
        if (prediction is null)
            return;
        var score = new ScoreNode(candidate.Index, planner.Fold, prediction, metric.Name, predictions => metric.Score(truth, predictions));
        candidate.Scores[planner.Fold] = score;
        _nodes.Add(score);
        foreach (var node in Reachable(score).Where(node => node.Step is not null))
            _naiveFits[node.Step!] = _naiveFits.GetValueOrDefault(node.Step!) + candidate.Occurrences;
    }

    /// <summary>A node and everything that it needs, each once.</summary>
    public static IEnumerable<FitNode> Reachable(FitNode node)
    {
        var seen = new HashSet<FitNode> { node };
        var open = new Stack<FitNode>(seen);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var input in next.Inputs)
            {
                if (seen.Add(input))
                    open.Push(input);
            }
        }
    }
}
