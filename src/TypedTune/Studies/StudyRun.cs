using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace TypedTune;

/// <summary>Asks for candidates, evaluates each once, and keeps what comes of it.</summary>
internal sealed class StudyRun<T> : IWorkSource, IDisposable
{
    private readonly object _gate = new();
    private readonly Space<T> _space;
    private readonly IEnumerator<T> _candidates;
    private readonly long? _total;
    private readonly Func<T, double> _objective;
    private readonly Direction _direction;
    private readonly StudyOptions _options;
    private readonly IProgress<StudyProgress>? _progress;
    private readonly RunClock _clock;
    private readonly HashSet<T> _seen = [];
    private readonly SortedList<int, Trial<T>> _trials = [];
    private int _asked;
    private int _running;
    private int _failed;
    private double? _best;
    private bool _exhausted;
    private bool _stopped;
    private Exception? _failure;

    public StudyRun(Space<T> space, IEnumerable<T> candidates, long? total, Func<T, double> objective, Direction direction, StudyOptions options, IProgress<StudyProgress>? progress, CancellationToken cancellationToken)
    {
        _space = space;
        _candidates = candidates.GetEnumerator();
        _total = total;
        _objective = objective;
        _direction = direction;
        _options = options;
        _progress = progress;
        _clock = new RunClock(options.Budget.Time, cancellationToken);
    }

    public bool IsFinished
    {
        get
        {
            lock (_gate)
                return _running == 0 && (_exhausted || Stops);
        }
    }

    public bool LendsCaller => false;

    private bool Stops => _stopped || _clock.Token.IsCancellationRequested;

    public StudyResult<T> Run()
    {
        using (var scheduler = new WorkScheduler(_options.Threads))
            scheduler.Run(this);
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
        if (_asked == 0 && _exhausted)
            throw new ArgumentException("The space is empty: it holds no configuration to evaluate. Look at the condition of Where.");
        var reason = _stopped ? StopReason.Failure : _exhausted && _trials.Count == _asked ? StopReason.Completed : _clock.Reason;
        return new StudyResult<T>([.. _trials.Values], _space.Parameters, _direction, reason, _clock.Elapsed);
    }

    public bool TryTake(out Action? work)
    {
        lock (_gate)
        {
            work = null;
            if (_exhausted || Stops || !TryAsk(out var candidate))
                return false;
            int index = _asked++;
            _running++;
            work = () => Evaluate(index, candidate!);
            return true;
        }
    }

    public void Dispose()
    {
        _candidates.Dispose();
        _clock.Dispose();
    }

    private bool TryAsk(out T? candidate)
    {
        try
        {
            while (_candidates.MoveNext())
            {
                candidate = _candidates.Current;
                if (_seen.Add(candidate))
                    return true;
            }
        }
        catch (Exception exception)
        {
            _failure = exception;
        }

        _exhausted = true;
        candidate = default;
        return false;
    }

    private void Evaluate(int index, T candidate)
    {
        long start = Stopwatch.GetTimestamp();
        double? score = null;
        Exception? error = null;
        try
        {
            score = _objective(candidate);
            if (double.IsNaN(score.Value))
                (score, error) = (null, new InvalidOperationException("The objective is not a number."));
        }
        catch (OperationCanceledException) when (_clock.Token.IsCancellationRequested)
        {
            // Broken off by the end of the study, which says nothing about the candidate.
            lock (_gate)
                _running--;
            return;
        }
        catch (Exception exception)
        {
            error = exception;
        }

        Tell(new Trial<T>(index, candidate, score, error, Stopwatch.GetElapsedTime(start)));
    }

    private void Tell(Trial<T> trial)
    {
        lock (_gate)
        {
            _running--;
            _trials.Add(trial.Index, trial);
            if (trial.Error is not null)
            {
                _failed++;
                _stopped |= _options.OnFailure.IsStopping;
            }
            else if (_best is null || (_direction == Direction.Minimize ? trial.Score < _best : trial.Score > _best))
            {
                _best = trial.Score;
            }

            Report();
        }
    }

    // What a listener throws ends the study as the study's own failure: a worker must never throw.
    private void Report()
    {
        try
        {
            _progress?.Report(new StudyProgress(_trials.Count, _total, _failed, _best, _clock.Elapsed));
        }
        catch (Exception exception)
        {
            _failure ??= new InvalidOperationException($"The progress listener failed: {exception.Message}", exception);
            _stopped = true;
        }
    }
}
