namespace TypedTune.Learning;

/// <summary>A search worked out: its distinct candidates, planned together, and what that comes to.</summary>
internal sealed class PlannedSearch<TSelf, TData, TFitted>
    where TData : IDataset<TData>
{
    /// <summary>Plans a search.</summary>
    /// <param name="search">What is searched.</param>
    /// <param name="data">All rows.</param>
    /// <param name="known">Trials of an earlier run, which are not planned again.</param>
    public PlannedSearch(Search<TSelf> search, TData data, SearchHistory<TSelf>? known = null)
    {
        Planner = new CandidatePlanner<TSelf, TData, TFitted>(search, data);
        Distinct = DistinctCandidates<TSelf>.Find(search, known);
        Batch = Planner.Plan(Candidates.Where(candidate => candidate.Known is null));
        if (search.Evaluation is OutOfBag && Candidates.All(candidate => candidate.PlanningError is ArgumentException))
            throw new ArgumentException($"No candidate can be scored out of bag: {Candidates[0].PlanningError!.Message}", nameof(search));
        Summary = new SearchPlan(Distinct.Proposed, Candidates.Count, search.Evaluation, Planner.Tally.Steps)
        {
            EstimatedPeakBytes = MemoryEstimate.Peak(Batch, Planner.Tasks.Count, search.Threads ?? Environment.ProcessorCount),
        };
    }

    /// <summary>What planned the candidates, and may plan more.</summary>
    public CandidatePlanner<TSelf, TData, TFitted> Planner { get; }

    /// <summary>What was proposed.</summary>
    public DistinctCandidates<TSelf> Distinct { get; }

    public IReadOnlyList<Candidate<TSelf>> Candidates => Distinct.Candidates;

    /// <summary>The candidates that are not known, planned together.</summary>
    public PlannedBatch<TSelf> Batch { get; }

    public SearchPlan Summary { get; }
}
