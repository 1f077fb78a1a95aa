namespace TypedTune.Learning;

/// <summary>Runs a planned search: its candidates on one scheduler, trials as they are finished, the refit at the end.</summary>
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
    private readonly WorkScheduler _scheduler;
    private readonly RemainingTime _remaining;
    private readonly CandidateFolds<TSelf>[] _folds;
    private readonly List<FitUnit> _fits = [];
    private CandidateRun<TSelf>? _run;
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
        _folds = [.. _plan.Candidates.Select(candidate => new CandidateFolds<TSelf>(candidate, _plan.Planner.Tasks.Count))];
        _scheduler = new WorkScheduler(search.Threads);
        _remaining = new RemainingTime(_scheduler.DegreeOfParallelism);
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
                Add(new SearchTrial<TSelf>(candidate.Index, candidate.Configuration, candidate.Occurrences, [], error, TimeSpan.Zero, TimeSpan.Zero));
        }

        RunCandidates();
        if (_listenerFailure is not null)
            throw new InvalidOperationException($"The progress listener failed: {_listenerFailure.Message}", _listenerFailure);

        var trials = _book.Trials();
        var reason = Reason();
        return new SearchResult<TSelf, TFitted>(
            trials,
            _search,
            new SearchFacts(_data.RowCount, reason, _clock.Elapsed, StepTime.From(_fits)),
            _plan.Summary,
            selected => Refit(selected, reason));
    }

    public void Dispose()
    {
        _scheduler.Dispose();
        _clock.Dispose();
    }

    private void RunCandidates()
    {
        if (_isStoppedByFailure || _book.End is not null)
            return;
        _run = new CandidateRun<TSelf>(_plan.Planner.Source, _plan.Planner.Tasks, new FitContext(_scheduler, _clock.Token), new CandidateRunOptions<TSelf>
        {
            Fits = new FitRunOptions { Retries = _search.OnFailure.Retries, MemoryLimit = _search.MemoryLimit ?? FitRunOptions.DefaultMemoryLimit, Control = _control },
            Timeout = _search.CandidateTimeout,
            FitEnded = FitEnded,
            FoldEnded = FoldEnded,
        });
        _remaining.Add(_plan.Batch.Work);
        _run.Add(_plan.Batch);
        _clock.Run(_scheduler, _run.Work);
    }

    private StopReason Reason()
    {
        if (_isStoppedByFailure)
            return StopReason.Failure;
        if (_book.End is { } end)
            return end;
        if (_book.Finished < _book.Total)
            return _clock.Reason;
        return _plan.Distinct.IsCutShort ? StopReason.TrialBudget : StopReason.Completed;
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
            var model = PlannedFit.Fit((IEstimator<TSelf, TData, TFitted>)selected.Configuration!, _data, new FitContext(_scheduler, _cancellation));
            return new(() => model, _clock.Elapsed - start);
        }
        catch (Exception exception)
        {
            // The trials are worth more than the model: they are returned, and the model says what became of it.
            return new(() => throw new InvalidOperationException($"The selected candidate could not be fitted again: {exception.Message}", exception), _clock.Elapsed - start);
        }
    }

    private void FitEnded(FitUnit unit)
    {
        lock (_gate)
        {
            _fits.Add(unit);
            _finishedFits++;
            _sharedFits += _plan.Planner.Tally.UsesOf(unit.Node) - 1;
            _remaining.Finish(unit);
            Report(new SearchEvent(unit.Error is null ? SearchEventKind.FitFinished : SearchEventKind.FitFailed)
            {
                Step = unit.Step,
                Fold = unit.Task.Fold,
                Error = unit.Error,
                Duration = unit.Duration,
            });
        }
    }

    private void FoldEnded(CandidateFold<TSelf> ended)
    {
        lock (_gate)
        {
            var folds = _folds[ended.Candidate.Index];
            bool isLast = folds.Add(ended) || (ended.Error is not null && _search.OnFailure.IsStopping);
            if (isLast && !_book.Holds(ended.Candidate.Index))
                Add(folds.ToTrial(_search.AllMetrics), ended.Unit);
        }
    }

    private void Add(SearchTrial<TSelf> trial, FitUnit? scored = null)
    {
        bool isBest = _book.Add(trial);
        if (scored is not null && TypedTuneDiagnostics.IsHeard)
            TypedTuneDiagnostics.Record(trial.Succeeded, trial.Duration);
        if (isBest && scored is not null && _search is { Evaluation: OutOfBag, Refit: true })
            _bestModel = (trial.Index, (TFitted)((PredictionResult)scored.Inputs[0].Result!).Fitted!);
        if (trial.Error is not null && _search.OnFailure.IsStopping)
        {
            _isStoppedByFailure = true;
            _run?.Stop();
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
            _run?.Stop();
        }
    }
}
