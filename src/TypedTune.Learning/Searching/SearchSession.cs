namespace TypedTune.Learning;

/// <summary>Plans batches of candidates into a growing plan, runs the fits, and ends each candidate when its folds have ended. Thread safe.</summary>
internal sealed class SearchSession<TSelf, TData, TFitted> : IEvaluatorSession<TSelf>
    where TData : IDataset<TData>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, CandidateFolds<TSelf>> _pending = [];
    private readonly StepTimes _times = new();
    private readonly Search<TSelf> _search;
    private readonly EvaluatorStart<TSelf> _start;
    private readonly SearchProgressObserver<TSelf>? _progress;
    private readonly CandidatePlanner<TSelf, TData, TFitted> _planner;
    private readonly CandidateRun<TSelf> _run;
    private (double Score, int Index, TFitted Model)? _best;

    /// <summary>Starts a run.</summary>
    public SearchSession(Search<TSelf> search, TData data, EvaluatorStart<TSelf> start, SearchProgressObserver<TSelf>? progress)
    {
        _search = search;
        _start = start;
        _progress = progress;
        _planner = new CandidatePlanner<TSelf, TData, TFitted>(search, data, start.Total);
        _run = new CandidateRun<TSelf>(_planner.Source, _planner.Tasks, new FitContext(start.Scheduler, start.CancellationToken), new CandidateRunOptions<TSelf>
        {
            Fits = new FitRunOptions
            {
                Retries = start.OnFailure.Retries,
                MemoryLimit = search.MemoryLimit ?? FitRunOptions.DefaultMemoryLimit,
                HoldsData = !(start.Total <= CandidatePlanner<TSelf, TData, TFitted>.LargestBatch),
                Control = start.Control,
            },
            Timeout = search.CandidateTimeout,
            FitEnded = FitEnded,
            FoldEnded = FoldEnded,
        });
    }

    public int Wanted
    {
        get
        {
            lock (_gate)
                return _pending.Count < _planner.NextBatch ? _planner.NextBatch : 0;
        }
    }

    /// <summary>How long the fits of each step took.</summary>
    public IReadOnlyList<StepTime> StepTimes => _times.ToList();

    /// <summary>How often each step is fitted, of what was planned.</summary>
    public IReadOnlyList<StepFits> Steps => _planner.Steps;

    /// <summary>How many folds each candidate has.</summary>
    public int Folds => _planner.Tasks.Count;

    /// <summary>How many rows are held back for each one that is learned from.</summary>
    public double? HeldBackRatio => FoldTasks.HeldBackRatio(_planner.Tasks);

    /// <summary>How many candidates were planned, and the largest estimate of the bytes that a batch holds at once.</summary>
    public (int Candidates, long PeakBytes) Planned { get; private set; }

    public void Add(IReadOnlyList<Candidate<TSelf>> candidates)
    {
        PlannedCandidate<TSelf>[] batch = [.. candidates.Select(candidate => new PlannedCandidate<TSelf>(candidate))];
        var planned = _planner.Plan(batch, _start.CancellationToken);
        if (Planned.Candidates == 0)
            OutOfBagCandidates.Require(_search.Evaluation, batch);
        Planned = (Planned.Candidates + batch.Length, Math.Max(Planned.PeakBytes, MemoryEstimate.Peak(planned, Folds, _start.Scheduler.DegreeOfParallelism)));
        lock (_gate)
        {
            foreach (var candidate in planned.Planned)
                _pending.Add(candidate.Index, new CandidateFolds<TSelf>(candidate, Folds));
        }

        _progress?.Planned(candidates[^1].Index + 1, _planner.Steps.Sum(step => step.Fits), planned.Work);
        foreach (var candidate in batch)
        {
            if (candidate.PlanningError is { } error)
                _start.Sink.Fail(candidate.Index, error, TimeSpan.Zero);
            else if (candidate.Score is null)
                _start.Sink.Abandon(candidate.Index);
        }

        _run.Add(planned);
    }

    public bool TryTake(out Action? work) => _run.Work.TryTake(out work);

    public void Dispose()
    {
    }

    /// <summary>The model of a candidate, where it was kept: of the best one out of bag.</summary>
    public bool TryGetModel(int index, out TFitted? model)
    {
        model = _best is { } best && best.Index == index ? best.Model : default;
        return _best?.Index == index;
    }

    private void FitEnded(FitUnit unit)
    {
        int uses;
        lock (_gate)
        {
            _times.Add(unit);
            uses = _planner.UsesOf(unit.Node);
        }

        if (_progress is null)
            return;
        var ended = new FitEnd(unit.Step!, unit.Task.Fold, unit.Error, unit.Duration, unit.Node.Estimate.Work, uses);
        _start.Notify(observer => (observer as SearchProgressObserver<TSelf>)?.FitEnded(ended));
    }

    private void FoldEnded(CandidateFold<TSelf> ended)
    {
        CandidateFolds<TSelf>? folds;
        lock (_gate)
        {
            if (!_pending.TryGetValue(ended.Candidate.Index, out folds))
                return;
            folds.Add(ended, endsAtAFailure: _start.OnFailure.IsStopping);
        }

        if (_search.Pruner is not null)
            Report(folds);
        lock (_gate)
        {
            // Whoever reports at the moment sees what was added, and ends the candidate.
            if (folds.IsReporting || !(folds.HasEnded || folds.IsPruned) || !_pending.Remove(ended.Candidate.Index))
                return;
            if (folds.Error is null && !folds.IsPruned)
                KeepBest(folds, ended);
        }

        _run.Forget(ended.Candidate);
        End(folds);
    }

    // Reports of one candidate come one at a time and in order, under no lock.
    private void Report(CandidateFolds<TSelf> folds)
    {
        lock (_gate)
        {
            if (folds.IsReporting || folds.IsPruned)
                return;
            folds.IsReporting = true;
        }

        while (true)
        {
            TrialReport report;
            lock (_gate)
            {
                if (!folds.TryReport(out report))
                {
                    folds.IsReporting = false;
                    return;
                }
            }

            if (!_start.Sink.Report(folds.Candidate.Index, report))
                continue;
            lock (_gate)
                (folds.IsReporting, folds.IsPruned) = (false, true);
            return;
        }
    }

    private void End(CandidateFolds<TSelf> folds)
    {
        var (fit, score) = folds.Times();
        if (folds.IsPruned)
            _start.Sink.Prune(folds.Candidate.Index, fit + score);
        else if (folds.Error is { } error)
            _start.Sink.Fail(folds.Candidate.Index, error, fit + score);
        else
            _start.Sink.Complete(folds.Candidate.Index, folds.ToOutcome());
    }

    // Out of bag the candidate has learned from all rows already, so that the winner need not be fitted again.
    private void KeepBest(CandidateFolds<TSelf> folds, CandidateFold<TSelf> ended)
    {
        if (_search is not { Evaluation: OutOfBag, Refit: true })
            return;
        double score = folds.ToOutcome().Score;
        bool isBest = _best is not { } best || _search.Scoring.Direction.IsBetter(score, best.Score) || (score == best.Score && folds.Candidate.Index < best.Index);
        if (isBest)
            _best = (score, folds.Candidate.Index, (TFitted)((PredictionResult)ended.Unit.Inputs[0].Result!).Fitted!);
    }
}
