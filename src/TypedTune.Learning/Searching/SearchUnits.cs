using System.Collections.Concurrent;

namespace TypedTune.Learning;

/// <summary>
/// Makes single units of a search, a candidate in a fold each, by themselves: in another process, or again. The scores are those of the whole search, bit for bit.
/// </summary>
internal static class SearchUnits
{
    /// <summary>Runs units.</summary>
    /// <param name="search">The search.</param>
    /// <param name="data">The same rows as everywhere.</param>
    /// <param name="units">The candidate's place among the distinct ones in the order of their proposal, and the fold, both from 0; each once.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <returns>For each unit the scores by all metrics, or why there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such candidate or fold.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<(FoldScore? Scores, Exception? Error)> Run<TSelf, TData, TFitted>(Search<TSelf> search, TData data, IReadOnlyList<(int Candidate, int Fold)> units, FitContext context)
        where TData : IDataset<TData>
    {
        var planner = new CandidatePlanner<TSelf, TData, TFitted>(search, data);
        var all = DistinctCandidates<TSelf>.Find(search, known: null).Candidates;
        foreach (var (candidate, fold) in units)
            Require(candidate, all.Count, fold, planner.Tasks.Count);
        var batch = planner.Plan(units.Select(unit => unit.Candidate).Distinct().Order().Select(index => all[index]));
        var ended = new ConcurrentDictionary<(int Candidate, int Fold), (FoldScore? Scores, Exception? Error)>();
        var run = new CandidateRun<TSelf>(planner.Source, planner.Tasks, context, new CandidateRunOptions<TSelf>
        {
            Fits = new FitRunOptions { Retries = search.OnFailure.Retries, MemoryLimit = search.MemoryLimit ?? FitRunOptions.DefaultMemoryLimit },
            Timeout = search.CandidateTimeout,
            FoldEnded = fold => ended[(fold.Candidate.Index, fold.Fold)] = (fold.Scores, fold.Error),
        });
        run.Add(batch, units.Where(unit => all[unit.Candidate].Score is not null).Select(unit => (all[unit.Candidate], planner.Tasks[unit.Fold])));
        context.Scheduler.Run(run.Work);
        context.CancellationToken.ThrowIfCancellationRequested();
        return [.. units.Select(unit => all[unit.Candidate].PlanningError is { } error ? (null, error) : ended[unit])];
    }

    private static void Require(int candidate, int candidates, int fold, int folds)
    {
        if ((uint)candidate >= (uint)candidates)
            throw new ArgumentOutOfRangeException(nameof(candidate), candidate, $"The search has {candidates} distinct candidates, from 0; there is none of number {candidate}.");
        if ((uint)fold >= (uint)folds)
            throw new ArgumentOutOfRangeException(nameof(fold), fold, $"The search has {folds} folds, from 0; there is none of number {fold}.");
    }
}
