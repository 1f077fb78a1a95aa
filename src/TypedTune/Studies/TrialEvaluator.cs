using System.Diagnostics;

namespace TypedTune;

/// <summary>Evaluates candidates one after the other, each as often as its failures and the policy ask for. For one thread.</summary>
/// <param name="objective">What to compute.</param>
/// <param name="options">What to do about failures, and how long an evaluation may take.</param>
/// <param name="ended">Cancelled when the study is over.</param>
internal sealed class TrialEvaluator<T>(Objective<T> objective, StudyOptions options, CancellationToken ended) : IDisposable
{
    private CancellationTokenSource? _timer;

    private enum Outcome
    {
        Succeeded,
        Failed,
        OutOfTime,
        BrokenOff,
    }

    /// <summary>The stopwatch's reading after the last trial; the next trial's duration counts from here.</summary>
    public long Now { get; private set; } = Stopwatch.GetTimestamp();

    /// <summary>Leaves out of the next trial's duration what has passed since the last one.</summary>
    public void Skip() => Now = Stopwatch.GetTimestamp();

    /// <summary>Evaluates a candidate.</summary>
    /// <returns>The trial; null if the end of the study broke it off, which says nothing about the candidate.</returns>
    public Trial<T>? Evaluate(int index, T configuration)
    {
        long start = Now;
        for (int attempt = 0; ; attempt++)
        {
            var outcome = Attempt(configuration, out double score, out var error);
            Now = Stopwatch.GetTimestamp();
            if (outcome == Outcome.Failed && attempt < options.OnFailure.Retries)
            {
                // An attempt that it is owed is no longer made, so that its failure is not the last word.
                if (ended.IsCancellationRequested)
                    return null;
                continue;
            }

            return outcome == Outcome.BrokenOff ? null : new Trial<T>(index, configuration, score, error, Stopwatch.GetElapsedTime(start, Now));
        }
    }

    public void Dispose() => _timer?.Dispose();

    private Outcome Attempt(T configuration, out double score, out Exception? error)
    {
        score = double.NaN;
        error = null;
        try
        {
            score = objective.Compute(configuration, options.TrialTimeout is { } limit ? Timer(limit) : ended);
            if (!double.IsNaN(score))
                return Outcome.Succeeded;
            error = new InvalidOperationException("The objective is not a number.");
            return Outcome.Failed;
        }
        catch (Exception exception)
        {
            error = exception;

            // What was told to break off may say so by any exception; what was not told, only by this one.
            if (ended.IsCancellationRequested && (objective.IsCancellable || exception is OperationCanceledException))
                return Outcome.BrokenOff;
            if (_timer is not { IsCancellationRequested: true })
                return Outcome.Failed;
            error = new TimeoutException($"The trial was ended after its time limit of {options.TrialTimeout}. Allow more time in {nameof(StudyOptions)}.{nameof(StudyOptions.TrialTimeout)}.", exception);
            return Outcome.OutOfTime;
        }
        finally
        {
            if (_timer is not null && !_timer.TryReset())
            {
                _timer.Dispose();
                _timer = null;
            }
        }
    }

    private CancellationToken Timer(TimeSpan limit)
    {
        _timer ??= CancellationTokenSource.CreateLinkedTokenSource(ended);
        if (limit < RunClock.LongestTimer)
            _timer.CancelAfter(limit);
        return _timer.Token;
    }
}
