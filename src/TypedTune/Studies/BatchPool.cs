namespace TypedTune;

/// <summary>
/// The batches that are held by threads, that were left with candidates in them, and, by way of the queue, those still to come. Thread
/// safe. Its gate is taken last of all locks; candidates are asked for under a lock of their own, as user code runs there.
/// </summary>
/// <param name="candidates">Where new ones come from.</param>
/// <param name="isOrdered">Whether the order of proposal counts, so that threads share what is held before they ask for more.</param>
internal sealed class BatchPool<T>(CandidateQueue<T> candidates, bool isOrdered)
{
    private readonly Lock _asking = new();
    private readonly Lock _gate = new();
    private readonly BatchSize _size = new();
    private readonly List<TrialBatch<T>> _held = [];
    private readonly Queue<TrialBatch<T>> _left = new();
    private bool _isExhausted;

    /// <summary>Whether there may be a candidate for one more thread. Once false it stays so.</summary>
    public bool HasMore
    {
        get
        {
            lock (_gate)
                return !_isExhausted || _left.Count > 0 || HeldWithMore() is not null;
        }
    }

    /// <summary>
    /// Takes hold of a batch: what was left first, then new candidates, at the end what others hold. Call it under no lock, and give the
    /// batch back.
    /// </summary>
    /// <param name="cancellationToken">Ends the search for new candidates early.</param>
    public TrialBatch<T>? Hold(CancellationToken cancellationToken)
    {
        int size;
        lock (_gate)
        {
            var batch = _left.Count > 0 ? _left.Dequeue() : _isExhausted || isOrdered ? HeldWithMore() : null;
            if (batch is not null)
                _held.Add(batch);
            if (batch is not null || _isExhausted)
                return batch;
            size = _size.Next;
        }

        // Nobody may learn that there is no more before what was taken is held, as that can be shared.
        lock (_asking)
        {
            var batch = candidates.Take(size, cancellationToken);
            lock (_gate)
            {
                _isExhausted |= candidates.IsExhausted;
                if (batch is not null)
                    _held.Add(batch);
            }

            return batch;
        }
    }

    /// <summary>Gives a batch back.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="count">How many of its candidates this thread is done with.</param>
    /// <param name="ticks">How long that took, by the stopwatch.</param>
    public void Release(TrialBatch<T> batch, int count, long ticks)
    {
        lock (_gate)
        {
            _held.Remove(batch);
            if (batch.HasMore && !_held.Contains(batch))
                _left.Enqueue(batch);
            if (count > 0)
                _size.Tell(count, ticks);
        }
    }

    private TrialBatch<T>? HeldWithMore()
    {
        foreach (var batch in _held)
        {
            if (batch.HasMore)
                return batch;
        }

        return null;
    }
}
