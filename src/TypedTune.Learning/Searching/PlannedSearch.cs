namespace TypedTune.Learning;

/// <summary>A search worked out: what it scores on, its distinct candidates and the nodes that evaluate them.</summary>
internal sealed class PlannedSearch<TSelf, TData, TFitted>
    where TData : IDataset<TData>
{
    private readonly List<FitNode> _nodes = [];
    private readonly List<Candidate<TSelf>> _candidates = [];
    private readonly HashSet<FitNode> _needed = [];
    private readonly Dictionary<string, int> _naiveFits = [];

    public PlannedSearch(Search<TSelf> search, TData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.RowCount == 0)
            throw new ArgumentException("There are no rows to learn from.", nameof(data));
        var targets = data.Targets;
        targets.RequireComplete();
        var (planners, sources) = Prepare(search.Evaluation, data);
        int folds = planners.Length;

        _nodes.AddRange(sources);
        int proposed = FindDistinct(search, folds);
        foreach (var candidate in _candidates)
        {
            for (int fold = 0; fold < folds; fold++)
                Plan(candidate, planners[fold], sources[fold], search.Scoring, folds > 1);
        }

        if (search.Evaluation is OutOfBag && _candidates.All(candidate => candidate.PlanningError is ArgumentException))
            throw new ArgumentException($"No candidate can be scored out of bag: {_candidates[0].PlanningError!.Message}", nameof(search));
        // What only an unplannable candidate would need is not worth a fit.
        _nodes.RemoveAll(node => !_needed.Contains(node));

        var fits = _nodes.Where(node => node.Step is not null).GroupBy(node => node.Step!)
            .Select(group => new StepFits(group.Key, group.Count(), _naiveFits[group.Key]));
        Summary = new SearchPlan(proposed, _candidates.Count, search.Evaluation, [.. fits]);
    }

    public SearchPlan Summary { get; }

    /// <summary>The nodes in the order in which they should run: candidate by candidate.</summary>
    public IReadOnlyList<FitNode> Nodes => _nodes;

    public IReadOnlyList<Candidate<TSelf>> Candidates => _candidates;

    private static (FitPlanner[] Planners, FoldNode<TData>[] Sources) Prepare(IEvaluation evaluation, TData data)
    {
        if (evaluation is OutOfBag)
        {
            var planner = new FitPlanner(0, data.Targets, isOutOfBag: true);
            return ([planner], [planner.Source(data, default)]);
        }

        if (evaluation is not ISplitter splitter)
            throw new ArgumentException($"A search cannot evaluate by {evaluation}. Give it an {nameof(ISplitter)}, such as {nameof(KFold)} or {nameof(Holdout)}, or {nameof(OutOfBag)}.", nameof(evaluation));
        var folds = splitter.Split(data.Targets);
        var planners = new FitPlanner[folds.Count];
        var sources = new FoldNode<TData>[folds.Count];
        for (int i = 0; i < folds.Count; i++)
        {
            var (train, validation) = (data.TakeRows(folds[i].Train), data.TakeRows(folds[i].Validation));
            planners[i] = new FitPlanner(i, train.Targets, validation.Targets);
            sources[i] = planners[i].Source(train, validation);
        }

        return (planners, sources);
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

    private void Plan(Candidate<TSelf> candidate, FitPlanner planner, FoldNode<TData> source, IMetric<TSelf> metric, bool namesFold)
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
        var score = new ScoreNode(candidate.Index, planner.Fold, namesFold, prediction, metric.Name, metric.Score);
        candidate.Scores[planner.Fold] = score;
        _nodes.Add(score);
        foreach (var node in Reachable(score))
        {
            _needed.Add(node);
            if (node.Step is not null)
                _naiveFits[node.Step] = _naiveFits.GetValueOrDefault(node.Step) + candidate.Occurrences;
        }
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
