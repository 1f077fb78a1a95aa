namespace TypedTune;

/// <summary>Keeps what came of the trials, finds the one that ends the study, and reports. Thread safe.</summary>
/// <param name="options">The limits, and what to do about failures.</param>
/// <param name="direction">Whether small or large scores are good.</param>
/// <param name="total">How many trials there will be at most, where that is known.</param>
/// <param name="progress">Who is told of each trial.</param>
/// <param name="clock">The time of the study.</param>
internal sealed class StudyLedger<T>(StudyOptions options, Direction direction, long? total, IProgress<StudyProgress>? progress, RunClock clock)
{
    // Reports come one after the other and in order, and what a listener does must not hold up what the scheduler asks under its lock.
    private readonly Lock _reporting = new();
    private readonly Lock _gate = new();
    private readonly OrderedEnd _end = new(options.Budget, direction);
    private readonly TrialStore<T> _trials = new();
    private bool _isStoppedByFailure;
    private int _evaluated;
    private int _failed;
    private double? _best;

    /// <summary>Whether each trial is told as soon as it is finished.</summary>
    public bool IsToldAtOnce { get; } = progress is not null || options.Budget.IsOrdered;

    /// <summary>How many trials are finished.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _trials.Count;
        }
    }

    /// <summary>Which trial's outcome ended the study, if one did.</summary>
    public StopReason? Ending
    {
        get
        {
            lock (_gate)
                return _end.LastIndex is not null ? _end.Reason : _isStoppedByFailure ? StopReason.Failure : null;
        }
    }

    /// <summary>Takes in trials that follow each other.</summary>
    /// <param name="first">The first one's index.</param>
    /// <param name="trials">The trials; null where one was broken off.</param>
    /// <param name="evaluated">How many of them were evaluated and not known before.</param>
    /// <returns>Whether the study is to end.</returns>
    /// <exception cref="InvalidOperationException">The listener threw.</exception>
    public bool Tell(int first, ReadOnlySpan<Trial<T>?> trials, int evaluated)
    {
        if (progress is null)
            return Add(first, trials, evaluated);
        lock (_reporting)
        {
            bool isEnd = Add(first, trials, evaluated);
            Report();
            return isEnd;
        }
    }

    /// <summary>The trials that count, in the order of proposal.</summary>
    public Trial<T>[] Close() => _trials.ToArray(_end.LastIndex);

    private bool Add(int first, ReadOnlySpan<Trial<T>?> trials, int evaluated)
    {
        lock (_gate)
        {
            _trials.Add(first, trials);
            _evaluated += evaluated;
            foreach (var trial in trials)
            {
                if (trial is null)
                    continue;
                if (trial.Score is not { } score)
                {
                    _failed++;
                    _isStoppedByFailure |= options.OnFailure.IsStopping;
                }
                else if (_best is not { } best || direction.IsBetter(score, best))
                {
                    _best = score;
                }

                _end.Tell(trial.Index, trial.Score);
            }

            return _isStoppedByFailure || _end.LastIndex is not null;
        }
    }

    // What a listener throws ends the study as the study's own failure.
    private void Report()
    {
        StudyProgress report;
        lock (_gate)
            report = StudyProgress.Of(_trials.Count, total, _failed, _best, clock.Elapsed, _evaluated, clock.Left);
        try
        {
            progress!.Report(report);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"The progress listener failed: {exception.Message}", exception);
        }
    }
}
