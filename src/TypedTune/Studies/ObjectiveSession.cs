using System.Diagnostics;

namespace TypedTune;

/// <summary>Candidates that wait for a thread, and the pieces of work in which threads evaluate them.</summary>
internal sealed class ObjectiveSession<T> : IEvaluatorSession<T>
{
    // Proposals are asked for together, so that asking costs little beside trials that take less than a microsecond.
    private const int LargestBatch = 256;

    // After how many ticks of the stopwatch a thread looks for what else there is to do.
    private static readonly long s_slice = Stopwatch.Frequency / 1000;

    // Trials that take less than this cost less than what threads take to share them: one thread alone is quicker.
    private static readonly long s_short = Stopwatch.Frequency / 500_000;

    private readonly Lock _gate = new();
    private readonly Queue<Candidate<T>> _waiting = new();
    private readonly Objective<T> _objective;
    private readonly EvaluatorStart<T> _start;
    private readonly Action _piece;
    private readonly Action _watch;
    private bool _areShort;
    private int _evaluating;
    private int _stuck;
    private int _evaluated;
    private int _batch;
    private long _asked;

    public ObjectiveSession(Objective<T> objective, EvaluatorStart<T> start)
    {
        _objective = objective;
        _start = start;
        _piece = EvaluateSome;
        _watch = WaitForALongOne;
        _batch = start.Scheduler.DegreeOfParallelism;
    }

    public int Wanted
    {
        get
        {
            lock (_gate)
            {
                _asked = Stopwatch.GetTimestamp();
                return _waiting.Count == 0 ? _batch : 0;
            }
        }
    }

    public void Add(IReadOnlyList<Candidate<T>> candidates)
    {
        lock (_gate)
        {
            foreach (var candidate in candidates)
                _waiting.Enqueue(candidate);

            // What was proposed slowly is evaluated soon: no more are asked for than come in half a slice.
            long ticks = Math.Max(1, Stopwatch.GetTimestamp() - _asked);
            _batch = (int)Math.Clamp(s_slice / 2 * candidates.Count / ticks, 1, Math.Min(LargestBatch, 2L * _batch));
        }
    }

    public bool TryTake(out Action? work)
    {
        lock (_gate)
        {
            work = null;
            if (_waiting.Count == 0)
                return false;
            bool isWatching = _areShort && _evaluating > _stuck;
            _evaluating += isWatching ? 0 : 1;
            work = isWatching ? _watch : _piece;
            return true;
        }
    }

    public void Dispose()
    {
    }

    private void EvaluateSome()
    {
        using var attempts = new ObjectiveAttempts<T>(_objective, _start);
        long start = attempts.Now;
        int count = 0;
        try
        {
            for (; !_start.CancellationToken.IsCancellationRequested && _start.Control is not { IsPaused: true } && attempts.Now - start < s_slice && TryDequeue(out var candidate); count++)
            {
                attempts.Evaluate(candidate);
                Volatile.Write(ref _evaluated, _evaluated + 1);
            }
        }
        finally
        {
            lock (_gate)
            {
                _evaluating--;
                _stuck = Math.Min(_stuck, _evaluating);
                _areShort = count > 0 && attempts.Now - start < count * s_short;
            }
        }
    }

    // While one thread evaluates short trials the others look from time to time whether one of these turns out to be long.
    private void WaitForALongOne()
    {
        int before = Volatile.Read(ref _evaluated);
        Thread.Sleep(1);
        if (Volatile.Read(ref _evaluated) != before)
            return;
        lock (_gate)
            (_areShort, _stuck) = (false, _evaluating);
    }

    private bool TryDequeue(out Candidate<T> candidate)
    {
        lock (_gate)
            return _waiting.TryDequeue(out candidate);
    }
}
