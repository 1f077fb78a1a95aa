namespace TypedTune.Learning;

/// <summary>The store of a search: refuses trials with other numbers than the search keeps when the history is read, before anything is fitted.</summary>
/// <param name="store">Keeps the history.</param>
/// <param name="metrics">How many metrics the search has.</param>
/// <param name="folds">How many folds it has.</param>
internal sealed class CheckedStore(IStudyStore store, int metrics, int folds) : IStudyStore
{
    public IReadOnlyList<StudyEvent> Open(StudyIdentity identity)
    {
        var events = store.Open(identity);
        foreach (var ended in events?.OfType<EndedEvent>().Where(ended => ended.State == TrialState.Complete) ?? [])
            TrialDetails.Require(ended.Index, ended.Details ?? [], ended.Score, metrics, folds);

        return events!;
    }

    public void Append(StudyEvent happened) => store.Append(happened);

    public override string ToString() => store.ToString() ?? "";
}
