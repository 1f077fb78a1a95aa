using System.Runtime.ExceptionServices;

namespace TypedTune;

/// <summary>Runs a study: proposes candidates, gives them to the evaluator, lets threads do its work, keeps the trials, and finds the end.</summary>
/// <remarks>
/// No user code runs under the gate or the scheduler's lock: an objective, a condition or an observer may pause or cancel the study, which wakes the
/// scheduler.
/// </remarks>
internal sealed class StudyRun<T> : IWorkSource, ITrialSink, IDisposable
{
    private readonly Lock _gate = new();
    private readonly StudyPlan<T> _plan;
    private readonly RunClock _clock;
    private readonly WorkScheduler _scheduler;
    private readonly TrialLedger<T> _ledger;
    private readonly Proposals<T> _proposals;
    private readonly Notifications<T> _notifications;
    private readonly Action<Trial<T>>? _posted;
    private IEvaluatorSession<T>? _evaluator;
    private Action? _found;
    private int _running;
    private bool _isAsking;
    private volatile bool _isEnded;
    private Exception? _error;

    public StudyRun(StudyPlan<T> plan, CancellationToken cancellationToken)
    {
        _plan = plan = plan.WithHistory();
        _clock = new RunClock(plan.Budget.Time, cancellationToken, plan.Control);
        _scheduler = new WorkScheduler(plan.Threads);
        _ledger = new TrialLedger<T>(plan.Budget, plan.OnFailure, plan.Direction);
        _proposals = plan.StartProposals(_ledger);
        _notifications = new Notifications<T>(plan.Observers);
        _posted = _notifications.AreWanted ? PostEnd : null;
    }

    public bool IsFinished
    {
        get
        {
            lock (_gate)
            {
                if (_running > 0 || _evaluator!.IsBusy)
                    return false;
                if (IsOver || (_proposals.IsExhausted && _ledger.PendingCount == 0))
                    return true;
                if (_clock.IsPaused || MayAsk || HasFound())
                    return false;

                // Nothing runs and nothing is ready, so that nobody would ever end what is pending.
                _error ??= new InvalidOperationException($"The evaluator {_plan.Evaluator} has ended without ending {_ledger.PendingCount} of its candidates. An evaluator must end each candidate through its {nameof(ITrialSink)}, and say that it is busy until then.");
                return true;
            }
        }
    }

    // A piece may run loops of its own, as a forest does over its trees, and then every thread helps.
    public bool LendsCaller => true;

    private bool IsOver => _isEnded || _clock.Token.IsCancellationRequested;

    private bool MayAsk => !_isAsking && _proposals.MayAsk && _evaluator!.Wanted > 0;

    /// <summary>Runs the study.</summary>
    /// <exception cref="ArgumentException">The space proposed nothing, or the evaluator refuses the study.</exception>
    public StudyResult<T> Run()
    {
        _plan.RequireEnd(_proposals.Total, _clock.CanBeCancelled);
        using var evaluator = _plan.Evaluator.Start(new EvaluatorStart<T>
        {
            Space = _plan.Space,
            Sink = this,
            Total = _proposals.Total,
            Notify = Notify,
            Scheduler = _scheduler,
            OnFailure = _plan.OnFailure,
            MayEndEarly = _plan.Budget != Budget.Unlimited,
            Control = _plan.Control,
            CancellationToken = _clock.Token,
        }) ?? throw new InvalidOperationException($"The evaluator {_plan.Evaluator} returned null from {nameof(_plan.Evaluator.Start)}. Return a session.");
        _evaluator = evaluator;
        _clock.Run(_scheduler, this);
        _notifications.HandOn();
        var trials = _ledger.Close();
        if (_error is not null && trials.Length == 0)
            ExceptionDispatchInfo.Throw(_error);
        if (_proposals is { Asked: 0, IsExhausted: true })
            throw new ArgumentException("The space is empty: it holds no configuration to evaluate. Look at the condition of Where.");
        return new StudyResult<T>(trials, _plan.Space, _plan.Direction, Reason(), _clock.Elapsed)
        {
            Error = _error,
            ObserverErrors = _notifications.Errors,
        };
    }

    public bool TryTake(out Action? work)
    {
        work = null;
        lock (_gate)
        {
            if (IsOver || _clock.IsPaused)
                return false;
            if (HasFound())
            {
                var piece = _found!;
                _found = null;
                work = () => RunPiece(piece);
            }
            else if (MayAsk)
            {
                _isAsking = true;
                work = AskForCandidates;
            }

            _running += work is null ? 0 : 1;
            return work is not null;
        }
    }

    public bool Report(int index, TrialReport report)
    {
        var (candidate, reports) = _ledger.Report(index, report);
        Store(history => history.Reported(index, report));
        if (_notifications.AreWanted)
            _notifications.Post(observer => observer.Reported(candidate, report));
        _notifications.HandOn();
        return _plan.Pruner is { } pruner && pruner.ShouldPrune(new PruningContext(index, reports, _ledger.Prefix(index - _plan.MaxPendingTrials + 1), _plan.Direction));
    }

    public void Complete(int index, TrialOutcome outcome)
    {
        if (double.IsNaN(outcome.Score))
            Fail(index, new InvalidOperationException("The score is not a number."), outcome.Duration);
        else
            End(index, (configuration, reports) => Trial<T>.Complete(index, configuration, outcome, reports));
    }

    public void Prune(int index, TimeSpan duration) => End(index, (configuration, reports) => Trial<T>.Pruned(index, configuration, reports, duration));

    public void Fail(int index, Exception error, TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(error);
        End(index, (configuration, reports) => Trial<T>.Failed(index, configuration, error, duration, reports));
    }

    public void Abandon(int index) => End(index, null);

    public void Dispose()
    {
        _proposals.Dispose();
        _scheduler.Dispose();
        _clock.Dispose();
    }

    private bool HasFound() => _found is not null || _evaluator!.TryTake(out _found);

    private StopReason Reason()
    {
        if (_ledger.Ending is { } ending)
            return ending;
        if (_error is not null)
            return StopReason.Error;
        if (!_proposals.IsExhausted || _ledger.Count < _proposals.Asked)
            return _clock.Reason;
        return _proposals.IsCutOff ? StopReason.TrialBudget : StopReason.Completed;
    }

    private void AskForCandidates()
    {
        try
        {
            var candidates = _proposals.Next(_evaluator!.Wanted, TakeKnown, _clock.Token);
            if (candidates.Count > 0)
            {
                Announce(candidates);
                _evaluator.Add(candidates);
            }
        }
        catch (Exception exception)
        {
            Break(exception);
        }

        _notifications.HandOn();
        lock (_gate)
        {
            _isAsking = false;
            _running--;
        }
    }

    private void Announce(IReadOnlyList<Candidate<T>> candidates)
    {
        if (!_notifications.AreWanted && _plan.History is null)
            return;
        foreach (var candidate in candidates)
        {
            Store(history => history.Proposed(candidate));
            if (_notifications.AreWanted)
                _notifications.Post(observer => observer.Proposed(candidate));
        }
    }

    private void RunPiece(Action piece)
    {
        try
        {
            piece();
        }
        catch (Exception exception)
        {
            Break(exception);
        }

        lock (_gate)
            _running--;
    }

    private void End(int index, Func<T, IReadOnlyList<TrialReport>, Trial<T>>? create)
    {
        bool isHeard = create is not null && TypedTuneDiagnostics.IsHeard;
        var (trial, isEnd) = _ledger.End(index, create, isHeard ? PostAndRecord : _posted);
        if (trial is not null)
            Store(history => history.Ended(trial));
        _isEnded |= isEnd;
        if (isEnd)
            _clock.End();
        _notifications.HandOn();
        if (!WorkScheduler.IsWorking)
            _scheduler.Wake();
    }

    private void TakeKnown(Trial<T> trial)
    {
        if (!_ledger.Add(trial, _posted))
            return;
        _isEnded = true;
        _clock.End();
    }

    private void PostAndRecord(Trial<T> trial)
    {
        TypedTuneDiagnostics.Record(trial.Succeeded, trial.Duration);
        _posted?.Invoke(trial);
    }

    private void PostEnd(Trial<T> trial)
    {
        var progress = _ledger.Progress(_proposals.Total, _clock);
        _notifications.Post(observer => observer.Ended(trial, progress with { Proposed = _proposals.Asked }));
    }

    private void Notify(Action<IStudyObserver<T>> happened)
    {
        if (!_notifications.AreWanted)
            return;
        _notifications.Post(happened);
        _notifications.HandOn();
    }

    // What cannot be kept any more would be lost: the study ends with what it has.
    private void Store(Action<StoredHistory<T>> append)
    {
        if (_plan.History is not { } history)
            return;
        try
        {
            append(history);
        }
        catch (Exception exception)
        {
            Break(exception);
        }
    }

    // What threw was not an evaluation, so that the study cannot go on.
    private void Break(Exception exception)
    {
        lock (_gate)
            _error ??= exception;
        _isEnded = true;
        _clock.End();
    }
}
