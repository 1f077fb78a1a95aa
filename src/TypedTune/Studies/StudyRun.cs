using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace TypedTune;

/// <summary>Evaluates each candidate once, and tells what came of it. A piece of its work is a batch of candidates.</summary>
/// <remarks>
/// No user code runs under the gate or the scheduler's lock: an objective, a condition or a listener may pause or cancel the study,
/// which wakes the scheduler.
/// </remarks>
internal sealed class StudyRun<T> : IWorkSource, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Objective<T> _objective;
    private readonly StudyCall<T> _call;
    private readonly KnownTrials<T>? _known;
    private readonly RunClock _clock;
    private readonly CandidateQueue<T> _candidates;
    private readonly BatchPool<T> _batches;
    private readonly StudyLedger<T> _ledger;
    private readonly Action _piece;
    private int _running;
    private volatile bool _isEnded;
    private Exception? _failure;

    public StudyRun(CandidateQueue<T> candidates, long? total, Objective<T> objective, StudyCall<T> call)
    {
        _objective = objective;
        _call = call;
        _known = call.Known is { } known ? new KnownTrials<T>(known) : null;
        _clock = new RunClock(call.Options.Budget.Time, call.CancellationToken, call.Control);
        _candidates = candidates;
        _batches = new BatchPool<T>(candidates, call.Options.Budget.IsOrdered);
        _ledger = new StudyLedger<T>(call.Options, objective.Direction, total, call.Progress, _clock);
        _piece = RunPiece;
    }

    public bool IsFinished
    {
        get
        {
            lock (_gate)
                return _running == 0 && (IsOver || !_batches.HasMore);
        }
    }

    public bool LendsCaller => false;

    private bool IsOver => _isEnded || _clock.Token.IsCancellationRequested;

    /// <summary>Runs the study.</summary>
    /// <param name="parameters">The hyperparameters that the space varies.</param>
    /// <exception cref="ArgumentException">The space proposed nothing.</exception>
    public StudyResult<T> Run(IReadOnlyList<SpaceParameter<T>> parameters)
    {
        using (var scheduler = new WorkScheduler(_call.Options.Threads))
            _clock.Run(scheduler, this);
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
        if (_candidates is { Asked: 0, IsExhausted: true })
            throw new ArgumentException("The space is empty: it holds no configuration to evaluate. Look at the condition of Where.");
        return new StudyResult<T>(Array.AsReadOnly(_ledger.Close()), parameters, _objective.Direction, Reason(), _clock.Elapsed);
    }

    public bool TryTake(out Action? work)
    {
        lock (_gate)
        {
            work = !IsOver && !_clock.IsPaused && _batches.HasMore ? _piece : null;
            if (work is not null)
                _running++;
            return work is not null;
        }
    }

    public void Dispose()
    {
        _candidates.Dispose();
        _clock.Dispose();
    }

    private StopReason Reason()
    {
        if (_ledger.Ending is { } ending)
            return ending;
        if (!_candidates.IsExhausted || _ledger.Count < _candidates.Asked)
            return _clock.Reason;
        return _candidates.IsCutOff ? StopReason.TrialBudget : StopReason.Completed;
    }

    private void RunPiece()
    {
        try
        {
            long start = Stopwatch.GetTimestamp();
            if (_batches.Hold(_clock.Token) is { } batch)
                Evaluate(batch, start);
        }
        catch (Exception exception)
        {
            End(exception);
        }

        lock (_gate)
            _running--;
    }

    private void Evaluate(TrialBatch<T> batch, long start)
    {
        using var evaluator = new TrialEvaluator<T>(_objective, _call.Options, _clock.Token);
        bool isHeard = TypedTuneDiagnostics.IsHeard;
        int from = 0, to = 0, done = 0, evaluated = 0;
        while (!IsOver && !_clock.IsPaused && (done == 0 || evaluator.Now - start < BatchSize.Slice) && batch.TryClaim(out int place))
        {
            if (place != to)
            {
                Tell(batch, from, to, ref evaluated);
                from = place;
            }

            int index = batch.First + place;
            var trial = _known?.Find(index, batch[place]);
            if (trial is null)
            {
                trial = evaluator.Evaluate(index, batch[place]);
                evaluated++;
                if (isHeard && trial is not null)
                    TypedTuneDiagnostics.Record(trial.Succeeded, trial.Duration);
            }

            batch.Keep(place, trial);
            to = place + 1;
            done++;
            if (_ledger.IsToldAtOnce || trial is not { Succeeded: true })
            {
                Tell(batch, from, to, ref evaluated);
                from = to;
                evaluator.Skip();
            }
        }

        Tell(batch, from, to, ref evaluated);
        _batches.Release(batch, done, evaluator.Now - start);
    }

    private void Tell(TrialBatch<T> batch, int from, int to, ref int evaluated)
    {
        if (from < to && _ledger.Tell(batch.First + from, batch.Trials(from, to), evaluated))
            End(null);
        evaluated = 0;
    }

    // Breaks off what looks at its token.
    private void End(Exception? failure)
    {
        try
        {
            _isEnded = true;
            _clock.End();
        }
        catch (AggregateException exception)
        {
            failure ??= exception;
        }

        lock (_gate)
            _failure ??= failure;
    }
}
