namespace TypedTune;

/// <summary>Keeps the candidates that are pending and the trials that ended, and finds the trial that ends the study. Thread safe.</summary>
/// <param name="budget">The limits.</param>
/// <param name="onFailure">What to do about failures.</param>
/// <param name="direction">Whether small or large scores are good.</param>
internal sealed class TrialLedger<T>(Budget budget, FailurePolicy onFailure, Direction direction)
{
    private readonly Lock _gate = new();
    private readonly StoppingRule _end = new(budget, direction);
    private readonly Dictionary<int, PendingTrial<T>> _pending = [];
    private readonly Dictionary<int, int> _repeats = [];
    private Trial<T>?[] _trials = new Trial<T>?[16];
    private bool _isStoppedByFailure;
    private volatile int _prefix;
    private double? _best;

    /// <summary>How many trials ended.</summary>
    public int Count { get; private set; }

    /// <summary>How many trials failed.</summary>
    public int Failed { get; private set; }

    /// <summary>How many trials were pruned.</summary>
    public int Pruned { get; private set; }

    /// <summary>How many trials were evaluated here, and not known before.</summary>
    public int Evaluated { get; private set; }

    /// <summary>How many trials ended before the first one that has not: what a sampler may be told.</summary>
    public int EndedPrefix => _prefix;

    /// <summary>How many candidates are pending.</summary>
    public int PendingCount
    {
        get
        {
            lock (_gate)
                return _pending.Count;
        }
    }

    /// <summary>The trial whose outcome ended the study, if one did.</summary>
    public StopReason? Ending
    {
        get
        {
            lock (_gate)
                return _end.LastIndex is not null ? _end.Reason : _isStoppedByFailure ? StopReason.Failure : null;
        }
    }

    /// <summary>The trial at a place that is below <see cref="EndedPrefix"/>.</summary>
    public Trial<T> this[int index] => Volatile.Read(ref _trials)[index]!;

    /// <summary>The first trials, as they were when all of them had ended.</summary>
    public IReadOnlyList<Trial> Prefix(int count) => count <= 0 ? Array.Empty<Trial>() : new ArraySegment<Trial>(Volatile.Read(ref _trials)!, 0, count);

    /// <summary>Takes candidates in.</summary>
    public void Begin(IReadOnlyList<Candidate<T>> candidates)
    {
        lock (_gate)
        {
            foreach (var candidate in candidates)
                _pending.Add(candidate.Index, new PendingTrial<T>(candidate, []));
        }
    }

    /// <summary>Counts another proposal of an equal configuration.</summary>
    public void Repeat(int index)
    {
        lock (_gate)
            _repeats[index] = _repeats.GetValueOrDefault(index) + 1;
    }

    /// <summary>Keeps an intermediate value.</summary>
    /// <returns>The candidate, and its reports so far.</returns>
    public (Candidate<T> Candidate, IReadOnlyList<TrialReport> Reports) Report(int index, TrialReport report)
    {
        if (double.IsNaN(report.Value))
            throw new ArgumentException($"Trial {index} reports a value that is not a number in step {report.Step}. Report numbers, or let the trial fail.", nameof(report));
        lock (_gate)
        {
            var pending = Pending(index).With(report);
            _pending[index] = pending;
            return (pending.Candidate, pending.Reports);
        }
    }

    /// <summary>Ends a candidate.</summary>
    /// <param name="index">The candidate.</param>
    /// <param name="end">How its evaluation ended; null where it was broken off, and there is no trial.</param>
    /// <param name="ending">Called under the ledger's lock before the candidate ends; where it throws the candidate stays pending. Null for nothing.</param>
    /// <param name="posted">Called under the ledger's lock, in the order in which trials end.</param>
    /// <returns>The trial, and whether the study is to end.</returns>
    public (Trial<T>? Trial, bool IsEnd) End(int index, TrialEnd? end, Action<Trial<T>>? ending, Action<Trial<T>>? posted)
    {
        lock (_gate)
        {
            var pending = Pending(index);
            var trial = end?.ToTrial(pending.Candidate, pending.Reports);
            if (trial is not null)
                ending?.Invoke(trial);
            _pending.Remove(index);
            if (trial is null)
                return (null, false);
            Evaluated++;
            return (trial, Keep(trial, posted));
        }
    }

    /// <summary>Takes in a trial of an earlier study.</summary>
    /// <param name="known">The trial, at its place in this study.</param>
    /// <param name="posted">Called under the ledger's lock.</param>
    /// <returns>Whether the study is to end.</returns>
    public bool Add(Trial<T> known, Action<Trial<T>>? posted)
    {
        lock (_gate)
            return Keep(known, posted);
    }

    /// <summary>How far the study is; call it where no trial can end, as in a callback of <see cref="End"/>.</summary>
    public StudyProgress Progress(long? total, RunClock clock) => StudyProgress.Create(Count, total, Failed, _best, clock.Elapsed, Evaluated, clock.Left) with { Pruned = Pruned };

    /// <summary>The trials that count, in the order of proposal.</summary>
    public Trial<T>[] Close()
    {
        lock (_gate)
        {
            foreach (var (index, repeats) in _repeats)
            {
                if (index < _trials.Length && _trials[index] is { } trial)
                    trial.Occurrences = 1 + repeats;
            }

            var all = _end.LastIndex is { } last ? _trials.AsSpan(0, last + 1) : _trials;
            var counting = new List<Trial<T>>(Count);
            foreach (var trial in all)
            {
                if (trial is not null)
                    counting.Add(trial);
            }

            return [.. counting];
        }
    }

    private PendingTrial<T> Pending(int index) => _pending.TryGetValue(index, out var pending)
        ? pending
        : throw new ArgumentException($"No candidate {index} is pending: it was never proposed, or has ended already. End each candidate once.");

    private bool Keep(Trial<T> trial, Action<Trial<T>>? posted)
    {
        if (trial.Index >= _trials.Length)
        {
            // Readers of the prefix may hold the old array, whose items stay as they are.
            var larger = new Trial<T>?[Math.Max(trial.Index + 1, 2 * _trials.Length)];
            _trials.CopyTo(larger, 0);
            Volatile.Write(ref _trials, larger);
        }

        _trials[trial.Index] = trial;
        Count++;
        Failed += trial.State == TrialState.Failed ? 1 : 0;
        Pruned += trial.State == TrialState.Pruned ? 1 : 0;
        _isStoppedByFailure |= trial.State == TrialState.Failed && onFailure.IsStopping;
        if (trial.Score is { } score && (_best is not { } best || direction.IsBetter(score, best)))
            _best = score;
        int prefix = _prefix;
        while (prefix < _trials.Length && _trials[prefix] is not null)
            prefix++;
        _prefix = prefix;
        _end.Tell(trial.Index, trial.Score);
        posted?.Invoke(trial);
        return _isStoppedByFailure || _end.LastIndex is not null;
    }
}
