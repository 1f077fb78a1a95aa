using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace TypedTune;

/// <summary>A loop over indices. A piece of it runs one index after the other, and comes back to the scheduler after a tenth of a millisecond.</summary>
internal sealed class ParallelLoop : IWorkSource
{
    // Long beside what the scheduler takes between pieces, short beside what an outer source may wait for a thread.
    private static readonly long s_slice = Stopwatch.Frequency / 10_000;

    private readonly Lock _gate = new();
    private readonly int _count;
    private readonly Action<int> _body;
    private readonly CancellationToken _cancellation;
    private readonly Action _piece;
    private int _next = -1;
    private int _done;
    private int _running;
    private int _failedIndex = int.MaxValue;
    private volatile ExceptionDispatchInfo? _failure;

    public ParallelLoop(int count, Action<int> body, CancellationToken cancellationToken)
    {
        _count = count;
        _body = body;
        _cancellation = cancellationToken;
        _piece = RunPiece;
    }

    public bool IsFinished => Volatile.Read(ref _running) == 0 && !HasNext;

    public bool LendsCaller => false;

    private bool HasNext => Volatile.Read(ref _next) < _count - 1 && _failure is null && !_cancellation.IsCancellationRequested;

    // The scheduler's lock is held: a piece is counted before anybody can see that there is no next index.
    public bool TryTake(out Action? work)
    {
        work = HasNext ? _piece : null;
        if (work is not null)
            Interlocked.Increment(ref _running);
        return work is not null;
    }

    public void RunAlone()
    {
        while (TryTake(out var work))
            work!();
    }

    public void ThrowIfFailed()
    {
        _failure?.Throw();
        if (Volatile.Read(ref _done) < _count)
            throw new OperationCanceledException(_cancellation);
    }

    private void RunPiece()
    {
        long start = Stopwatch.GetTimestamp();
        int done = 0;
        while (HasNext && Interlocked.Increment(ref _next) is var index && (uint)index < (uint)_count)
        {
            RunOne(index);
            done++;
            if (Stopwatch.GetTimestamp() - start >= s_slice)
                break;
        }

        Interlocked.Add(ref _done, done);
        Interlocked.Decrement(ref _running);
    }

    private void RunOne(int index)
    {
        try
        {
            _body(index);
        }
        catch (Exception exception)
        {
            lock (_gate)
            {
                if (index < _failedIndex)
                    (_failedIndex, _failure) = (index, ExceptionDispatchInfo.Capture(exception));
            }
        }
    }
}
