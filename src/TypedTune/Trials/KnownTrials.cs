namespace TypedTune;

/// <summary>Trials of earlier searches, by the value of their configurations. Immutable, and so thread safe.</summary>
internal sealed class KnownTrials<T>
{
    // A tuple is never null, which a configuration's type does not promise.
    private readonly Dictionary<ValueTuple<T>, Trial<T>> _trials = [];

    /// <summary>Keeps the trials that succeeded; of equal configurations the first.</summary>
    public KnownTrials(IEnumerable<Trial<T>> trials)
    {
        foreach (var trial in trials)
        {
            if (trial.Succeeded)
                _trials.TryAdd(ValueTuple.Create(trial.Configuration), trial);
        }
    }

    /// <summary>Finds what is known of a configuration, as the trial at a place in another search.</summary>
    public Trial<T>? Find(int index, T configuration) => _trials.TryGetValue(ValueTuple.Create(configuration), out var trial)
        ? new Trial<T>(index, configuration, trial.Score, null, trial.Duration)
        : null;
}
