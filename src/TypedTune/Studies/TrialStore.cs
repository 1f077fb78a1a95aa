namespace TypedTune;

/// <summary>Finished trials by their index, told in any order. Not thread safe.</summary>
internal sealed class TrialStore<T>
{
    private Trial<T>?[] _trials = new Trial<T>?[16];

    /// <summary>How many trials there are.</summary>
    public int Count { get; private set; }

    /// <summary>Keeps trials that follow each other; a null is a trial that was broken off.</summary>
    public void Add(int first, ReadOnlySpan<Trial<T>?> trials)
    {
        if (first + trials.Length > _trials.Length)
            Array.Resize(ref _trials, Math.Max(first + trials.Length, 2 * _trials.Length));
        trials.CopyTo(_trials.AsSpan(first));
        foreach (var trial in trials)
            Count += trial is null ? 0 : 1;
    }

    /// <summary>The trials in the order of their index, up to the last one that counts.</summary>
    /// <param name="last">The last index that counts; null for all.</param>
    public Trial<T>[] ToArray(int? last)
    {
        var counting = last is { } index ? _trials.AsSpan(0, index + 1) : _trials;
        var all = new Trial<T>[last + 1 ?? Count];
        int next = 0;
        foreach (var trial in counting)
        {
            if (trial is not null)
                all[next++] = trial;
        }

        return all;
    }
}
