namespace TypedTune.Learning;

/// <summary>A search planned ahead of its run: its distinct candidates, and how much there is to fit.</summary>
internal sealed class PlannedSearch<TSelf, TData, TFitted>
    where TData : IDataset<TData>
{
    private readonly List<PlannedCandidate<TSelf>> _candidates = [];

    /// <summary>Plans a search.</summary>
    /// <param name="search">The search.</param>
    /// <param name="data">All rows.</param>
    /// <exception cref="ArgumentException">The space is empty, the rows do not suit, no candidate can be scored out of bag, or the number of candidates is not known.</exception>
    public PlannedSearch(Search<TSelf> search, TData data)
    {
        // The study proposes as it would in a run; nothing is told, so that of a sampler that learns no more is planned than may be pending.
        var study = search.ToProposals();
        if (study.ProposalCount is null && search.Space is not Grid<TSelf>)
            throw new ArgumentException($"The search cannot be planned: nothing says how many candidates it has, since its space is a continuum. Give Budget.{nameof(Budget.Trials)}.", nameof(search));
        Planner = new CandidatePlanner<TSelf, TData, TFitted>(search, data, study.ProposalCount);
        int threads = search.Threads ?? Environment.ProcessorCount;
        var work = new Dictionary<string, double>(StringComparer.Ordinal);
        long peak = 0;
        int proposed = 0, refused = 0;
        string? refusal = null;
        while (study.Ask(Planner.NextBatch) is { Count: > 0 } asked)
        {
            proposed += asked.Sum(candidate => candidate.Occurrences);
            PlannedCandidate<TSelf>[] batch = [.. asked.Select(candidate => new PlannedCandidate<TSelf>(candidate))];
            var planned = Planner.Plan(batch);
            Batch ??= planned;
            _candidates.AddRange(batch);
            peak = Math.Max(peak, MemoryEstimate.Peak(planned, Planner.Tasks.Count, threads));
            foreach (var (step, amount) in planned.Work)
                work[step] = work.GetValueOrDefault(step) + amount;
            if (_candidates.Count > CandidatePlanner<TSelf, TData, TFitted>.LargestBatch)
                _candidates.RemoveRange(CandidatePlanner<TSelf, TData, TFitted>.LargestBatch, _candidates.Count - CandidatePlanner<TSelf, TData, TFitted>.LargestBatch);
            Count += batch.Length;
            foreach (var candidate in batch)
            {
                if (candidate.PlanningError is not { } error)
                    continue;
                refused++;
                refusal ??= ExceptionMessage.From(error);
            }
        }

        if (Batch is null)
            throw new ArgumentException("The space is empty: it holds no configuration to evaluate. Look at the condition of Where.");
        OutOfBagCandidates.Require(search.Evaluation, _candidates);
        Work = work;
        Summary = new SearchPlan(proposed, Count, search.EvaluationOf(data.Roles), Planner.Tasks.Count, Planner.Steps) { EstimatedPeakBytes = peak, Refused = refused, Refusal = refusal };
    }

    /// <summary>The planner of the candidates.</summary>
    public CandidatePlanner<TSelf, TData, TFitted> Planner { get; }

    /// <summary>The candidates in the order of proposal; of many the first.</summary>
    public IReadOnlyList<PlannedCandidate<TSelf>> Candidates => _candidates;

    /// <summary>How many distinct candidates there are.</summary>
    public int Count { get; }

    /// <summary>The candidates that are planned together first: all, where they are not many.</summary>
    public PlannedBatch<TSelf> Batch { get; }

    /// <summary>The work by step, over all folds.</summary>
    public IReadOnlyDictionary<string, double> Work { get; }

    public SearchPlan Summary { get; }
}
