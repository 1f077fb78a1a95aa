namespace TypedTune;

/// <summary>Candidates that follow each other, handed out together. Several threads may claim from one. Thread safe.</summary>
/// <param name="first">The index of the first candidate's trial.</param>
/// <param name="candidates">The candidates; those beyond <paramref name="count"/> are none.</param>
/// <param name="count">How many there are, at least 1.</param>
internal sealed class TrialBatch<T>(int first, T[] candidates, int count)
{
    private readonly Trial<T>?[] _trials = new Trial<T>?[count];
    private int _claimed;

    /// <summary>The index of the first candidate's trial.</summary>
    public int First => first;

    public int Count => count;

    /// <summary>Whether a candidate is still unclaimed.</summary>
    public bool HasMore => Volatile.Read(ref _claimed) < count;

    /// <summary>Takes the next candidate, for this thread alone.</summary>
    /// <param name="place">Its place in the batch, from 0.</param>
    public bool TryClaim(out int place)
    {
        place = Interlocked.Increment(ref _claimed) - 1;
        return place < count;
    }

    public T this[int place] => candidates[place];

    /// <summary>Keeps what came of a candidate; null if the end of the study broke it off.</summary>
    public void Keep(int place, Trial<T>? trial) => _trials[place] = trial;

    /// <summary>The trials at places from <paramref name="from"/> to before <paramref name="to"/>.</summary>
    public ReadOnlySpan<Trial<T>?> Trials(int from, int to) => _trials.AsSpan(from, to - from);
}
