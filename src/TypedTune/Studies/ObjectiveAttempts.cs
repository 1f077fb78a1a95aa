using System.Diagnostics;

namespace TypedTune;

/// <summary>Evaluates candidates one after the other, each as often as its failures and the policy ask for. For one thread.</summary>
internal sealed class ObjectiveAttempts<T>(Objective<T> objective, EvaluatorStart<T> start) : IDisposable
{
    private readonly CancellationToken _ended = start.CancellationToken;
    private StopSignal? _timer;

    private enum Ending
    {
        Complete,
        Pruned,
        Failed,
        OutOfTime,
        BrokenOff,
    }

    /// <summary>The stopwatch's reading after the last trial; the next trial's duration counts from here.</summary>
    public long Now { get; private set; } = Stopwatch.GetTimestamp();

    /// <summary>Evaluates a candidate and ends it.</summary>
    public void Evaluate(Candidate<T> candidate)
    {
        long begin = Now;
        var trial = objective.Reports ? new RunningTrial(candidate.Index, start.Sink) : null;
        for (int attempt = 0; ; attempt++)
        {
            var ending = Attempt(candidate.Configuration, trial!, out double score, out var error);
            Now = Stopwatch.GetTimestamp();
            if (ending == Ending.Failed && attempt < start.OnFailure.Retries)
            {
                // An attempt that it is owed is no longer made, so that its failure is not the last word.
                if (!_ended.IsCancellationRequested)
                {
                    trial?.Restart();
                    continue;
                }

                ending = Ending.BrokenOff;
            }

            End(candidate.Index, ending, score, error, Stopwatch.GetElapsedTime(begin, Now));
            return;
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void End(int index, Ending ending, double score, Exception? error, TimeSpan duration)
    {
        switch (ending)
        {
            case Ending.Complete:
                start.Sink.Complete(index, new TrialOutcome(score) { Duration = duration });
                break;
            case Ending.Pruned:
                start.Sink.Prune(index, duration);
                break;
            case Ending.BrokenOff:
                start.Sink.Abandon(index);
                break;
            default:
                start.Sink.Fail(index, error!, duration);
                break;
        }
    }

    private Ending Attempt(T configuration, RunningTrial trial, out double score, out Exception? error)
    {
        score = double.NaN;
        error = null;
        try
        {
            score = objective.Compute(configuration, trial, objective.Timeout is { } limit ? Timer(limit) : _ended);
            if (trial is { IsPruned: true })
                return Ending.Pruned;
            if (!double.IsNaN(score))
                return Ending.Complete;
            error = ObjectiveErrors.NotANumber();
            return Ending.Failed;
        }
        catch (Exception exception)
        {
            error = exception;
            if (trial is { IsPruned: true })
                return Ending.Pruned;

            // What was told to break off may say so by any exception; what was not told, only by this one.
            if (_ended.IsCancellationRequested && (objective.IsCancellable || exception is OperationCanceledException))
                return Ending.BrokenOff;
            if (_timer is not { IsRaisedAlone: true })
                return Ending.Failed;
            error = ObjectiveErrors.OutOfTime(objective.Timeout, exception);
            return Ending.OutOfTime;
        }
        finally
        {
            if (_timer is { Token.IsCancellationRequested: true })
            {
                _timer.Dispose();
                _timer = null;
            }

            _timer?.RaiseAfter(null);
        }
    }

    private CancellationToken Timer(TimeSpan limit)
    {
        _timer ??= new StopSignal(_ended);
        _timer.RaiseAfter(limit);
        return _timer.Token;
    }
}
