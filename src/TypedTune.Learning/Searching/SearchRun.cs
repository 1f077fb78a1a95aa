namespace TypedTune.Learning;

/// <summary>Runs a planned search: the graph of fits on one scheduler, trials as they are finished, the refit at the end.</summary>
internal sealed class SearchRun<TSelf, TData, TFitted> : IDisposable
    where TData : IDataset<TData>
{
    private readonly object _gate = new();
    private readonly Search<TSelf> _search;
    private readonly TData _data;
    private readonly IProgress<SearchProgress>? _progress;
    private readonly RunClock _clock;
    private readonly PlannedSearch<TSelf, TData, TFitted> _plan;
    private readonly SearchTrial<TSelf>?[] _trials;
    private readonly CancellationToken _cancellation;
    private FitGraph? _graph;
    private int _finishedFits;
    private int _finishedTrials;
    private int _failedTrials;
    private double? _best;
    private (int Index, TFitted Model)? _bestModel;
    private bool _isStoppedByFailure;
    private Exception? _listenerFailure;

    public SearchRun(Search<TSelf> search, TData data, IProgress<SearchProgress>? progress, CancellationToken cancellation)
    {
        _search = search;
        _data = data;
        _progress = progress;
        _cancellation = cancellation;
        _clock = new RunClock(search.Budget.Time, cancellation);
        _plan = new PlannedSearch<TSelf, TData, TFitted>(search, data);
        _trials = new SearchTrial<TSelf>?[_plan.Candidates.Count];
    }

    public SearchResult<TSelf, TFitted> Run()
    {
        using var scheduler = new WorkScheduler(_search.Threads);
        foreach (var candidate in _plan.Candidates)
        {
            if (candidate.PlanningError is { } error)
                Finish(candidate, error);
        }

        _graph = new FitGraph(_plan.Nodes, new FitContext(scheduler, _clock.Token), [], namesFolds: _plan.Summary.Folds > 1, Ended);
        if (!_isStoppedByFailure)
            scheduler.Run(_graph);
        if (_listenerFailure is not null)
            throw new InvalidOperationException($"The progress listener failed: {_listenerFailure.Message}", _listenerFailure);

        var finished = _trials.OfType<SearchTrial<TSelf>>().ToArray();
        var reason = _isStoppedByFailure ? StopReason.Failure
            : finished.Length == _trials.Length ? StopReason.Completed
            : _clock.Reason;
        return new SearchResult<TSelf, TFitted>(finished, _search, _plan.Summary, reason, _clock.Elapsed, best => Refit(best, reason, scheduler));
    }

    public void Dispose() => _clock.Dispose();

    private SearchResult<TSelf, TFitted>.Refit Refit(SearchTrial<TSelf> best, StopReason reason, WorkScheduler scheduler)
    {
        string? refusal = reason switch
        {
            StopReason.Cancelled => "The search was cancelled, so its best candidate was not fitted again; fit Best.Configuration yourself.",
            StopReason.Failure => $"The search stopped at a failing candidate, so its best candidate was not fitted again: {_trials.First(trial => trial?.Error is not null)!.Error!.Message}",
            _ when !_search.Refit => "The search was told not to refit; fit Best.Configuration yourself.",
            _ => null,
        };
        if (refusal is not null)
            return new(() => throw new InvalidOperationException(refusal), TimeSpan.Zero);

        // Out of bag the candidate has learned from all rows already.
        if (_bestModel is { } fitted && fitted.Index == best.Index)
            return new(() => fitted.Model, TimeSpan.Zero);

        var start = _clock.Elapsed;
        try
        {
            var model = FitPlanner.Fit((IEstimator<TSelf, TData, TFitted>)best.Configuration!, _data, new FitContext(scheduler, _cancellation));
            return new(() => model, _clock.Elapsed - start);
        }
        catch (Exception exception)
        {
            // The trials are worth more than the model: they are returned, and the model says what became of it.
            return new(() => throw new InvalidOperationException($"The best candidate could not be fitted again: {exception.Message}", exception), _clock.Elapsed - start);
        }
    }

    private void Ended(FitNode node)
    {
        lock (_gate)
        {
            if (node.Step is not null)
                _finishedFits++;
            if (node is ScoreNode score && !IsInterrupted(node))
                FoldEnded(_plan.Candidates[score.Candidate], score);
            if (node.Step is not null || node is ScoreNode)
                Report();
        }
    }

    // A node that the end of the run broke off says nothing about its candidate.
    private bool IsInterrupted(FitNode node) => node.Error is not null && _clock.Token.IsCancellationRequested;

    private void FoldEnded(Candidate<TSelf> candidate, ScoreNode score)
    {
        candidate.Remaining--;
        if (score.Error is not null && _search.OnFailure.IsStopping)
            candidate.Remaining = 0;
        if (candidate.Remaining == 0 && _trials[candidate.Index] is null)
            Finish(candidate, candidate.Scores.Select(node => node!.Error).FirstOrDefault(error => error is not null));
    }

    private void Finish(Candidate<TSelf> candidate, Exception? error)
    {
        var nodes = candidate.Scores.OfType<ScoreNode>().SelectMany(PlannedSearch<TSelf, TData, TFitted>.Reachable).Distinct().ToArray();
        var trial = new SearchTrial<TSelf>(
            candidate.Index,
            candidate.Configuration,
            candidate.Occurrences,
            error is null ? [.. candidate.Scores.Select(node => node!.Score)] : null,
            error,
            Sum(nodes.Select(node => node.FitTime)),
            Sum(nodes.Select(node => node.ApplyTime)));
        _trials[candidate.Index] = trial;
        _finishedTrials++;
        if (error is not null)
        {
            _failedTrials++;
            if (_search.OnFailure.IsStopping)
            {
                _isStoppedByFailure = true;
                _graph?.Stop();
            }
        }
        else if (IsBest(trial))
        {
            _best = trial.Score;
            if (_search is { Evaluation: OutOfBag, Refit: true })
                _bestModel = (trial.Index, ((PredictionNode<TFitted>)candidate.Scores[0]!.Prediction).Fitted);
        }
    }

    // Of equal scores the first candidate's wins, whichever was finished first.
    private bool IsBest(SearchTrial<TSelf> trial) =>
        _best is null
        || (_search.Scoring.Direction == Direction.Minimize ? trial.Score < _best : trial.Score > _best)
        || (trial.Score == _best && trial.Index < _bestModel?.Index);

    private void Report()
    {
        try
        {
            _progress?.Report(new SearchProgress(_finishedFits, _plan.Summary.TotalFits, _finishedTrials, _trials.Length, _failedTrials, _best, _clock.Elapsed));
        }
        catch (Exception exception)
        {
            _listenerFailure ??= exception;
            _graph?.Stop();
        }
    }

    private static TimeSpan Sum(IEnumerable<TimeSpan> times) => times.Aggregate(TimeSpan.Zero, (sum, time) => sum + time);
}
