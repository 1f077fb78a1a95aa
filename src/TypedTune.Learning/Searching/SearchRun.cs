namespace TypedTune.Learning;

/// <summary>Runs a planned search: the graph of fits on one scheduler, trials as they are finished, the refit at the end.</summary>
internal sealed class SearchRun<TSelf, TData, TFitted> : IDisposable
    where TData : IDataset<TData>
{
    private readonly object _gate = new();
    private readonly Search<TSelf> _search;
    private readonly TData _data;
    private readonly IProgress<SearchProgress>? _progress;
    private readonly RunControl? _control;
    private readonly RunClock _clock;
    private readonly CancellationToken _cancellation;
    private readonly PlannedSearch<TSelf, TData, TFitted> _plan;
    private readonly TrialBook<TSelf> _book;
    private readonly CandidateClock<TSelf>? _candidateClock;
    private readonly WorkScheduler _scheduler;
    private readonly RemainingTime _remaining;
    private FitGraph? _graph;
    private int _finishedFits;
    private int _sharedFits;
    private (int Index, TFitted Model)? _bestModel;
    private bool _isStoppedByFailure;
    private Exception? _listenerFailure;

    public SearchRun(Search<TSelf> search, TData data, SearchHistory<TSelf>? known, IProgress<SearchProgress>? progress, RunControl? control, CancellationToken cancellation)
    {
        _search = search;
        _data = data;
        _progress = progress;
        _control = control;
        _cancellation = cancellation;
        _clock = new RunClock(search.Budget.Time, cancellation, control);
        _plan = new PlannedSearch<TSelf, TData, TFitted>(search, data, known);
        _book = new TrialBook<TSelf>(search, _plan.Candidates.Count);
        _candidateClock = search.CandidateTimeout is { } timeout ? new CandidateClock<TSelf>(_plan.Candidates, timeout) : null;
        _scheduler = new WorkScheduler(search.Threads);
        _remaining = new RemainingTime(_plan.Nodes, _scheduler.DegreeOfParallelism);
    }

    public SearchResult<TSelf, TFitted> Run()
    {
        using var activity = TypedTuneDiagnostics.ActivitySource.StartActivity("search");
        var result = RunAll();
        activity?.SetTag("typedtune.trials", result.Trials.Count);
        activity?.SetTag("typedtune.stop_reason", result.StopReason.ToString());
        return result;
    }

    private SearchResult<TSelf, TFitted> RunAll()
    {
        foreach (var candidate in _plan.Candidates)
        {
            if (candidate.Known is { } known)
                Add(known.At(candidate.Index, candidate.Occurrences));
            else if (candidate.PlanningError is { } error)
                Add(FailedTrial(candidate, error));
        }

        RunGraph();
        if (_listenerFailure is not null)
            throw new InvalidOperationException($"The progress listener failed: {_listenerFailure.Message}", _listenerFailure);

        var trials = _book.Trials();
        var reason = Reason();
        return new SearchResult<TSelf, TFitted>(
            trials,
            _search,
            new SearchFacts(_data.RowCount, reason, _clock.Elapsed, StepTime.Of(_plan.Nodes)),
            _plan.Summary,
            selected => Refit(selected, reason));
    }

    public void Dispose()
    {
        _scheduler.Dispose();
        _clock.Dispose();
    }

    private void RunGraph()
    {
        _graph = new FitGraph(_plan.Nodes, new FitContext(_scheduler, _clock.Token), new FitGraphOptions
        {
            NamesFolds = _plan.Summary.Folds > 1,
            Retries = _search.OnFailure.Retries,
            MemoryLimit = _search.MemoryLimit ?? FitGraphOptions.DefaultMemoryLimit,
            Allowance = _candidateClock is null ? null : _candidateClock.AllowanceOf,
            Ended = Ended,
            Control = _control,
        });
        if (_isStoppedByFailure || _book.End is not null)
            return;
        _clock.Run(_scheduler, _graph);
    }

    private StopReason Reason()
    {
        if (_isStoppedByFailure)
            return StopReason.Failure;
        if (_book.End is { } end)
            return end;
        if (_book.Finished < _book.Total)
            return _clock.Reason;
        return _plan.IsCutShort ? StopReason.TrialBudget : StopReason.Completed;
    }

    private Refit<TFitted> Refit(SearchTrial<TSelf> selected, StopReason reason)
    {
        string? refusal = reason switch
        {
            StopReason.Cancelled => "The search was cancelled, so its best candidate was not fitted again; fit Best.Configuration yourself.",
            StopReason.Failure => $"The search stopped at a failing candidate, so its best candidate was not fitted again: {_book.Trials().First(trial => trial.Error is not null).Error!.Message}",
            _ when !_search.Refit => "The search was told not to refit; fit Best.Configuration yourself.",
            _ => null,
        };
        if (refusal is not null)
            return new(() => throw new InvalidOperationException(refusal), TimeSpan.Zero);

        // Out of bag the candidate has learned from all rows already.
        if (_bestModel is { } fitted && fitted.Index == selected.Index)
            return new(() => fitted.Model, TimeSpan.Zero);

        var start = _clock.Elapsed;
        using var activity = TypedTuneDiagnostics.ActivitySource.StartActivity("refit");
        try
        {
            var model = FitPlanner.Fit((IEstimator<TSelf, TData, TFitted>)selected.Configuration!, _data, new FitContext(_scheduler, _cancellation));
            return new(() => model, _clock.Elapsed - start);
        }
        catch (Exception exception)
        {
            // The trials are worth more than the model: they are returned, and the model says what became of it.
            return new(() => throw new InvalidOperationException($"The selected candidate could not be fitted again: {exception.Message}", exception), _clock.Elapsed - start);
        }
    }

    private void Ended(FitNode node)
    {
        _candidateClock?.Ended(node);
        lock (_gate)
        {
            if (node.Step is not null)
            {
                _finishedFits++;
                _sharedFits += node.Uses - 1;
                _remaining.Finish(node);
                Report(new SearchEvent(node.Error is null ? SearchEventKind.FitFinished : SearchEventKind.FitFailed)
                {
                    Step = node.Step,
                    Fold = node.Fold,
                    Error = node.Error,
                    Duration = node.Duration,
                });
            }

            // A node that the end of the run broke off says nothing about its candidate.
            if (node is ScoreNode score && !node.IsInterrupted)
                FoldEnded(_plan.Candidates[score.Candidate], score);
        }
    }

    private void FoldEnded(Candidate<TSelf> candidate, ScoreNode score)
    {
        candidate.Remaining--;
        if (score.Error is not null && _search.OnFailure.IsStopping)
            candidate.Remaining = 0;
        if (candidate.Remaining > 0 || _book.Holds(candidate.Index))
            return;
        var error = candidate.Scores.Select(node => node!.Error).FirstOrDefault(error => error is not null);
        Add(error is null ? candidate.ToTrial(_search.AllMetrics) : FailedTrial(candidate, error), candidate);
    }

    private static SearchTrial<TSelf> FailedTrial(Candidate<TSelf> candidate, Exception error)
    {
        var (fit, score) = FitNode.Times(candidate.Nodes);
        return new SearchTrial<TSelf>(candidate.Index, candidate.Configuration, candidate.Occurrences, [], error, fit, score);
    }

    private void Add(SearchTrial<TSelf> trial, Candidate<TSelf>? candidate = null)
    {
        bool isBest = _book.Add(trial);
        if (candidate is not null && TypedTuneDiagnostics.IsHeard)
            TypedTuneDiagnostics.Record(trial.Succeeded, trial.Duration);
        if (isBest && candidate is not null && _search is { Evaluation: OutOfBag, Refit: true })
            _bestModel = (trial.Index, ((PredictionNode<TFitted>)candidate.Scores[0]!.Prediction).Fitted);
        if (trial.Error is not null && _search.OnFailure.IsStopping)
        {
            _isStoppedByFailure = true;
            _graph?.Stop();
        }

        Report(new SearchEvent(trial.Error is null ? SearchEventKind.TrialFinished : SearchEventKind.TrialFailed)
        {
            Trial = trial.Index,
            Score = trial.Score,
            Error = trial.Error,
            Duration = trial.Duration,
        });

        // What runs is beyond the trial that ended the search.
        if (_book.End is not null)
            _clock.End();
    }

    private void Report(SearchEvent happened)
    {
        if (_progress is null || _listenerFailure is not null)
            return;
        try
        {
            _progress.Report(new SearchProgress(happened)
            {
                FinishedFits = _finishedFits,
                TotalFits = _plan.Summary.TotalFits,
                SharedFits = _sharedFits,
                FinishedTrials = _book.Finished,
                TotalTrials = _book.Total,
                FailedTrials = _book.Failed,
                BestScore = _book.Best?.Score,
                Elapsed = _clock.Elapsed,
                Remaining = _remaining.Estimate(),
            });
        }
        catch (Exception exception)
        {
            _listenerFailure = exception;
            _graph?.Stop();
        }
    }
}
