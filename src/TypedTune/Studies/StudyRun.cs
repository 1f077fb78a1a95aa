using System.Runtime.ExceptionServices;

namespace TypedTune;

/// <summary>Runs a study: proposes candidates, gives them to the evaluator, lets threads do its work, keeps the trials, and finds the end.</summary>
/// <remarks>
/// No user code runs under the gate or the scheduler's lock: an objective, a condition or an observer may pause or cancel the study, which wakes the
/// scheduler.
/// </remarks>
internal sealed class StudyRun<T> : IWorkSource, IDisposable
{
    private readonly Lock _gate = new();
    private readonly StudyPlan<T> _plan;
    private readonly RunClock _clock;
    private readonly WorkScheduler _scheduler;
    private readonly TrialLedger<T> _ledger;
    private readonly Proposals<T> _proposals;
    private readonly StudySink<T> _sink;
    private GuardedSession<T>? _evaluator;
    private Action? _found;
    private int _running;
    private bool _isAsking;
    private bool _hasStalled;

    public StudyRun(StudyPlan<T> plan, CancellationToken cancellationToken)
    {
        _plan = plan = plan.WithHistory();
        _clock = new RunClock(plan.Budget.Time, cancellationToken, plan.Control);
        _scheduler = new WorkScheduler(plan.Threads);
        _ledger = new TrialLedger<T>(plan.Budget, plan.OnFailure, plan.Direction);
        _proposals = plan.StartProposals(_ledger);
        _sink = new StudySink<T>(plan, _ledger, _proposals, _clock, _scheduler);
    }

    public bool IsFinished
    {
        get
        {
            lock (_gate)
            {
                if (_running > 0 || _evaluator!.IsBusy)
                    return false;
                if (IsOver || _evaluator.Error is not null || (_proposals.IsExhausted && _ledger.PendingCount == 0))
                    return true;
                if (_clock.IsPaused || MayAsk || HasFound())
                    return false;

                // Nothing runs and nothing is ready, so that nobody would ever end what is pending.
                return _hasStalled = true;
            }
        }
    }

    // A piece may run loops of its own, as a forest does over its trees, and then every thread helps.
    public bool LendsCaller => true;

    private bool IsOver => _sink.IsEnded || _clock.Token.IsCancellationRequested;

    private bool MayAsk => !_isAsking && _proposals.MayAsk && _evaluator!.Wanted > 0;

    /// <summary>Runs the study.</summary>
    /// <exception cref="ArgumentException">The space proposed nothing, or the evaluator refuses the study.</exception>
    public StudyResult<T> Run()
    {
        _plan.RequireEnd(_proposals.Total, _clock.CanBeCancelled);
        var session = _plan.Evaluator.Start(new EvaluatorStart<T>
        {
            Space = _plan.Space,
            Sink = _sink,
            Total = _proposals.Total,
            Notify = _sink.Notify,
            Scheduler = _scheduler,
            OnFailure = _plan.OnFailure,
            MayEndEarly = _plan.Budget != Budget.Unlimited,
            Control = _plan.Control,
            CancellationToken = _clock.Token,
        }) ?? throw new InvalidOperationException($"The evaluator {Excerpt.FromObject(_plan.Evaluator)} started no session: its {nameof(IEvaluator<>.Start)} returned null.");
        _evaluator = new GuardedSession<T>(session);
        _clock.Run(_scheduler, this);
        End(_evaluator);
        _sink.HandOn();
        var trials = _ledger.Close();
        if (_sink.Error is { } error && trials.Length == 0)
            ExceptionDispatchInfo.Throw(error);
        if (_proposals is { Asked: 0, IsExhausted: true })
            throw new ArgumentException("The space is empty: it holds no configuration to evaluate. Look at the condition of Where.");
        return new StudyResult<T>(trials, _plan.Space, _plan.Direction, Reason(), _clock.Elapsed)
        {
            Error = _sink.Error,
            ObserverErrors = _sink.ObserverErrors,
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
        if (_sink.Error is not null)
            return StopReason.Error;
        if (!_proposals.IsExhausted || _ledger.Count < _proposals.Asked)
            return _clock.Reason;
        return _proposals.Reason;
    }

    private void AskForCandidates()
    {
        _sink.Guard(Propose);
        _sink.HandOn();
        lock (_gate)
        {
            _isAsking = false;
            _running--;
        }
    }

    private void Propose()
    {
        var candidates = _proposals.Next(_evaluator!.Wanted, _sink.TakeKnown, _clock.Token);
        if (candidates.Count == 0)
            return;
        _sink.Propose(candidates);
        _evaluator.Add(candidates);
    }

    private void RunPiece(Action piece)
    {
        _sink.Guard(piece);

        // What still runs is to learn of it as well.
        if (_evaluator!.Error is { } error)
            _sink.Break(error);
        lock (_gate)
            _running--;
    }

    // Both may be the user's, and what they throw at their end is not to cost the trials.
    private void End(GuardedSession<T> evaluator)
    {
        _sink.Guard(evaluator.Dispose);
        _sink.Guard(_proposals.Dispose);
        if (evaluator.Error is { } error)
            _sink.Break(error);
        else if (_hasStalled)
            _sink.Break(new InvalidOperationException($"The evaluator {Excerpt.FromObject(_plan.Evaluator)} has ended without ending {_ledger.PendingCount} of its candidates. An evaluator must end each candidate through its {nameof(ITrialSink)}, and say that it is busy until then."));
    }
}
