using System.Runtime.ExceptionServices;

namespace TypedTune;

/// <summary>A loop over indices, handed out one by one.</summary>
internal sealed class ParallelLoop(int count, Action<int> body, CancellationToken cancellationToken) : IWorkSource
{
    private readonly object _gate = new();
    private int _next;
    private int _running;
    private int _done;
    private int _failedIndex = int.MaxValue;
    private ExceptionDispatchInfo? _failure;

    public bool IsFinished
    {
        get
        {
            lock (_gate)
                return _running == 0 && !HasNext;
        }
    }

    public bool LendsCaller => false;

    private bool HasNext => _next < count && _failure is null && !cancellationToken.IsCancellationRequested;

    public bool TryTake(out Action? work)
    {
        lock (_gate)
        {
            if (!HasNext)
            {
                work = null;
                return false;
            }

            int index = _next++;
            _running++;
            work = () => RunOne(index);
            return true;
        }
    }

    public void RunAlone()
    {
        while (TryTake(out var work))
            work!();
    }

    public void ThrowIfFailed()
    {
        lock (_gate)
        {
            _failure?.Throw();
            if (_done < count)
                throw new OperationCanceledException(cancellationToken);
        }
    }

    private void RunOne(int index)
    {
        ExceptionDispatchInfo? failure = null;
        try
        {
            body(index);
        }
        catch (Exception exception)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
        }

        lock (_gate)
        {
            _running--;
            _done++;
            if (failure is not null && index < _failedIndex)
                (_failedIndex, _failure) = (index, failure);
        }
    }
}
