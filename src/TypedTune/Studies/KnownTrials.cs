namespace TypedTune;

/// <summary>Trials of earlier studies, by the value of their configurations. Immutable, and so thread safe.</summary>
internal sealed class KnownTrials<T>
{
    // A tuple is never null, which a configuration's type does not promise.
    private readonly Dictionary<ValueTuple<T>, Trial<T>> _trials = [];

    /// <summary>Keeps the trials that did not fail; of equal configurations the first.</summary>
    public KnownTrials(IEnumerable<Trial<T>> trials)
    {
        foreach (var trial in trials)
        {
            if (trial.State != TrialState.Failed)
                _trials.TryAdd(ValueTuple.Create(trial.Configuration), trial);
        }
    }

    /// <summary>Finds the trial of a configuration, moved to a place in another study; null where there is none.</summary>
    public Trial<T>? Find(int index, T configuration) => _trials.GetValueOrDefault(ValueTuple.Create(configuration))?.At(index);
}
