using System.Diagnostics;

namespace TypedTune;

/// <summary>Evaluates candidates by an asynchronous function, as many at once as the study has threads; none of them waits.</summary>
/// <param name="objective">The function.</param>
/// <param name="timeout">How long an evaluation may take; null for any time.</param>
internal sealed class AsyncObjectiveEvaluator<T>(Func<T, RunningTrial, CancellationToken, Task<double>> objective, TimeSpan? timeout) : IEvaluator<T>
{
    public IEvaluatorSession<T> Start(EvaluatorStart<T> start) => new Session(objective, timeout, start);

    private sealed class Session(Func<T, RunningTrial, CancellationToken, Task<double>> objective, TimeSpan? timeout, EvaluatorStart<T> start) : IEvaluatorSession<T>
    {
        private readonly Lock _gate = new();
        private readonly Queue<Candidate<T>> _waiting = new();
        private int _running;

        public int Wanted
        {
            get
            {
                lock (_gate)
                    return Math.Max(0, start.Scheduler.DegreeOfParallelism - _running - _waiting.Count);
            }
        }

        public bool IsBusy
        {
            get
            {
                lock (_gate)
                    return _running > 0;
            }
        }

        public void Add(IReadOnlyList<Candidate<T>> candidates)
        {
            lock (_gate)
            {
                foreach (var candidate in candidates)
                    _waiting.Enqueue(candidate);
            }
        }

        public bool TryTake(out Action? work)
        {
            work = null;
            lock (_gate)
            {
                if (_running == start.Scheduler.DegreeOfParallelism || !_waiting.TryDequeue(out var candidate))
                    return false;
                _running++;
                work = () => _ = EvaluateAsync(candidate);
                return true;
            }
        }

        public void Dispose()
        {
        }

        private async Task EvaluateAsync(Candidate<T> candidate)
        {
            long begin = Stopwatch.GetTimestamp();
            var trial = new RunningTrial(candidate.Index, start.Sink);
            for (int attempt = 0; ; attempt++)
            {
                using var timer = new StopSignal(start.CancellationToken);
                timer.RaiseAfter(timeout);
                var (score, error) = await AttemptAsync(candidate.Configuration, trial, timer.Token).ConfigureAwait(false);
                bool isOver = start.CancellationToken.IsCancellationRequested;
                bool isOutOfTime = error is not null && timer.IsRaisedAlone;
                if (error is not null && !trial.IsPruned && !isOutOfTime && !isOver && attempt < start.OnFailure.Retries)
                {
                    trial.Restart();
                    continue;
                }

                if (isOutOfTime)
                    error = ObjectiveErrors.OutOfTime(timeout, error!);
                End(candidate.Index, trial, score, error, isOver, Stopwatch.GetElapsedTime(begin));
                return;
            }
        }

        private async Task<(double Score, Exception? Error)> AttemptAsync(T configuration, RunningTrial trial, CancellationToken cancellation)
        {
            try
            {
                double score = await objective(configuration, trial, cancellation).ConfigureAwait(false);
                return (score, double.IsNaN(score) ? ObjectiveErrors.NotANumber() : null);
            }
            catch (Exception exception)
            {
                return (double.NaN, exception);
            }
        }

        private void End(int index, RunningTrial trial, double score, Exception? error, bool isOver, TimeSpan duration)
        {
            try
            {
                if (trial.IsPruned)
                    start.Sink.Prune(index, duration);
                else if (error is null)
                    start.Sink.Complete(index, new TrialOutcome(score) { Duration = duration });
                else if (isOver)
                    start.Sink.Abandon(index);
                else
                    start.Sink.Fail(index, error, duration);
            }
            finally
            {
                // Whatever happens, the study must not wait for this candidate for ever.
                lock (_gate)
                    _running--;
                start.Scheduler.Wake();
            }
        }
    }
}
