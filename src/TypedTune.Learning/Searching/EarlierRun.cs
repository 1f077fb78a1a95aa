namespace TypedTune.Learning;

/// <summary>Decides whether the scores of an earlier run are those that a search would compute itself.</summary>
internal static class EarlierRun
{
    /// <summary>Refuses a run whose scores depend on other rows, settings or candidates.</summary>
    /// <exception cref="ArgumentException">The scores are of other rows, fixed hyperparameters, metrics and so on, or of candidates that the space does not hold, or the search cannot be told from others; the message says which.</exception>
    public static void RequireSame<TSelf, TData>(Search<TSelf> search, SearchHistory<TSelf> earlier, TData data)
        where TData : IDataset<TData>
    {
        SearchIdentity.RequireTexts(search);
        if (SearchIdentity.Create(search, data).FindDifference(earlier.Identity) is { } difference)
            throw new ArgumentException($"The search cannot go on from the earlier run: {difference}. Run it anew, or with what the earlier run had.", nameof(earlier));
        var space = SpaceEncoding.Create(search.Space);
        if (earlier.Trials.FirstOrDefault(trial => !space.Holds(trial.Configuration)) is { } outside)
            throw new ArgumentException($"The search cannot go on from the earlier run: its space does not hold candidate {outside.Index} of that run, {Excerpt.FromObject(outside.Configuration)}. Continue with a space that holds all of its candidates.", nameof(earlier));
    }
}
