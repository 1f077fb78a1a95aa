namespace TypedTune;

/// <summary>Hands out the distinct ones of what a space proposes, in order, several at a time. Not thread safe.</summary>
/// <param name="proposals">The space's points, in order.</param>
/// <param name="mayRepeat">Whether equal ones may come among them.</param>
/// <param name="total">How many come, repeats included, where that is known.</param>
/// <param name="most">How many distinct ones are handed out at most.</param>
internal sealed class CandidateQueue<T>(IEnumerable<T> proposals, bool mayRepeat, long? total, int? most) : IDisposable
{
    private readonly IEnumerator<T> _proposals = proposals.GetEnumerator();
    private readonly HashSet<T>? _seen = mayRepeat ? [] : null;
    private long _proposed;

    /// <summary>How many were handed out.</summary>
    public int Asked { get; private set; }

    /// <summary>Whether there are no more.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Whether there are no more because there may be no more, and not because all have come.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Takes the next candidates.</summary>
    /// <param name="count">How many at most, at least 1.</param>
    /// <param name="cancellationToken">Ends the search for them early.</param>
    /// <returns>At least one, or null where there are no more or the token was cancelled.</returns>
    public TrialBatch<T>? Take(int count, CancellationToken cancellationToken)
    {
        count = Math.Min(count, (most ?? int.MaxValue) - Asked);
        if (count == 0 || IsExhausted)
            return null;
        var candidates = new T[count];
        int taken = 0;
        while (taken < count && !cancellationToken.IsCancellationRequested)
        {
            if (!_proposals.MoveNext())
            {
                IsExhausted = true;
                break;
            }

            _proposed++;
            var candidate = _proposals.Current;
            if (_seen is null || _seen.Add(candidate))
                candidates[taken++] = candidate;
        }

        int first = Asked;
        Asked += taken;
        IsExhausted |= _proposed == total;
        if (!IsExhausted && Asked == most)
            (IsExhausted, IsCutOff) = (true, true);
        return taken > 0 ? new TrialBatch<T>(first, candidates, taken) : null;
    }

    public void Dispose() => _proposals.Dispose();
}
