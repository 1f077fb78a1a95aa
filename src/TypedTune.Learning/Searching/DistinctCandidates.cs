namespace TypedTune.Learning;

/// <summary>The distinct candidates of a search, in the order of their proposal.</summary>
/// <param name="Candidates">Each once.</param>
/// <param name="Proposed">How many were proposed, repeats included; as far as they were looked at.</param>
/// <param name="IsCutShort">Whether the space holds more than the budget allows.</param>
internal sealed record DistinctCandidates<TSelf>(IReadOnlyList<Candidate<TSelf>> Candidates, int Proposed, bool IsCutShort)
{
    /// <summary>Goes through a search's candidates.</summary>
    /// <param name="search">The search.</param>
    /// <param name="known">Trials of an earlier run.</param>
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    public static DistinctCandidates<TSelf> Find(Search<TSelf> search, SearchHistory<TSelf>? known)
    {
        // Equal configurations meet here by value; the dictionary decides only which come together, never an order.
        var seen = new Dictionary<object, Candidate<TSelf>>();
        var earlier = (known?.Trials ?? []).Where(trial => trial.Succeeded).ToDictionary(trial => (object)trial.Configuration!);
        var candidates = new List<Candidate<TSelf>>();
        int proposed = 0;
        foreach (var configuration in search.Candidates())
        {
            if (seen.TryGetValue(configuration!, out var same))
            {
                same.Occurrences++;
            }
            else if (candidates.Count == search.Budget.Trials)
            {
                return new DistinctCandidates<TSelf>(candidates, proposed, IsCutShort: true);
            }
            else
            {
                var candidate = new Candidate<TSelf>(candidates.Count, configuration) { Known = earlier.GetValueOrDefault(configuration!) };
                seen.Add(configuration!, candidate);
                candidates.Add(candidate);
            }

            proposed++;
        }

        if (proposed == 0)
            throw new ArgumentException("The space is empty: it holds no configuration to try. Look at the condition of Where.");
        return new DistinctCandidates<TSelf>(candidates, proposed, IsCutShort: false);
    }
}
