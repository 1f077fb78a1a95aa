using System.Collections.Concurrent;

namespace TypedTune.Learning;

/// <summary>Divides the work of a search over processes: runs single units, and joins their scores to the same trials that one process would get.</summary>
public static class SearchUnitExtensions
{
    /// <summary>Lists the units of a search: each distinct candidate on each fold, candidate by candidate.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="search">The search. Of a sampler that learns, only the candidates before its first outcome are there.</param>
    /// <param name="data">The training rows.</param>
    /// <exception cref="ArgumentException">As of <see cref="SearchExtensions.Plan"/>.</exception>
    public static IReadOnlyList<SearchUnit> Units<TSelf, TData, TFitted>(this ISearch<IEstimator<TSelf, TData, TFitted>> search, TData data)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(data);
        var settings = SearchExtensions.Of(search);
        int folds = settings.Evaluation.FoldCount;
        return [.. Candidates(settings, int.MaxValue).SelectMany(candidate => Enumerable.Range(0, folds).Select(fold => new SearchUnit(candidate.Index, fold)))];
    }

    /// <summary>Fits and scores units of a search. The scores are those of the whole search, bit for bit, whichever units are run together.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="search">The search.</param>
    /// <param name="data">The training rows, the same in every process.</param>
    /// <param name="units">The units to run, each once.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>For each unit its scores, or why it failed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such candidate or fold.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<UnitScores> FitUnits<TSelf, TData, TFitted>(
        this ISearch<IEstimator<TSelf, TData, TFitted>> search,
        TData data,
        IReadOnlyList<SearchUnit> units,
        CancellationToken cancellationToken = default)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(units);
        var settings = SearchExtensions.Of(search);
        if (units.Count == 0)
            return [];
        using var scheduler = new WorkScheduler(settings.Threads);
        return Fit<TSelf, TData, TFitted>(settings, data, units, new FitContext(scheduler, cancellationToken));
    }

    /// <summary>Joins the scores of units to trials: those of the candidates all of whose folds are there.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="search">The search.</param>
    /// <param name="data">The training rows.</param>
    /// <param name="scores">The scores of units, from any processes, in any order, each once.</param>
    /// <returns>The trials. <see cref="SearchExtensions.Continue"/> adds what is missing and fits the winner.</returns>
    /// <exception cref="ArgumentException">A unit comes twice, is of another candidate than this search has in its place, or has other numbers of scores.</exception>
    public static SearchHistory<TSelf> Join<TSelf, TData, TFitted>(this ISearch<IEstimator<TSelf, TData, TFitted>> search, TData data, IEnumerable<UnitScores> scores)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(scores);
        var settings = SearchExtensions.Of(search);
        var byCandidate = scores.GroupBy(score => score.Unit.Candidate).ToDictionary(group => group.Key, group => group.ToArray());
        var trials = new List<SearchTrial<TSelf>>();
        foreach (var candidate in byCandidate.Count == 0 ? [] : Candidates(settings, byCandidate.Keys.Max() + 1))
        {
            if (byCandidate.TryGetValue(candidate.Index, out var folds) && Join(settings, candidate, folds) is { } trial)
                trials.Add(trial);
        }

        bool isWhole = trials.Count == byCandidate.Count && Candidates(settings, trials.Count + 1).Count == trials.Count;
        var facts = new SearchFacts(data.RowCount, isWhole ? StopReason.Completed : StopReason.Cancelled, trials.Aggregate(TimeSpan.Zero, (sum, trial) => sum + trial.Duration), [])
        {
            Identity = SearchIdentity.Create(settings, data),
        };
        return new SearchHistory<TSelf>(trials, settings, facts);
    }

    private static SearchTrial<TSelf>? Join<TSelf>(Search<TSelf> search, Candidate<TSelf> candidate, UnitScores[] folds)
    {
        int count = search.Evaluation.FoldCount;
        if (folds.Any(fold => fold.Configuration != ConfigurationText.Fingerprint(candidate.Configuration)))
            throw new ArgumentException($"The scores of candidate {candidate.Index} are of another configuration than this search has in that place. Join units with the search that they were made of.");
        if (folds.GroupBy(fold => fold.Unit.Fold).FirstOrDefault(group => group.Count() > 1 || (uint)group.Key >= (uint)count) is { } wrong)
            throw new ArgumentException($"Fold {wrong.Key} of candidate {candidate.Index} comes {wrong.Count()} times, of {count} folds. Give each unit once.");
        if (folds.Length < count && folds.All(fold => fold.Error is null))
            return null;
        var (fit, score) = (new TimeSpan(folds.Sum(fold => fold.FitTime.Ticks)), new TimeSpan(folds.Sum(fold => fold.ScoreTime.Ticks)));
        UnitScores[] ordered = [.. folds.OrderBy(fold => fold.Unit.Fold)];
        FoldScore[] scored = [.. ordered.Select(fold => new FoldScore([.. fold.Validation], fold.Training is null ? null : [.. fold.Training]))];
        var error = ordered.FirstOrDefault(fold => fold.Error is not null) is { } failed ? new InvalidOperationException(failed.Error) : TrialDetails.FindError(scored);
        var trial = error is not null
            ? Trial<TSelf>.Failed(candidate.Index, candidate.Configuration, error, fit + score)
            : Trial<TSelf>.Complete(candidate.Index, candidate.Configuration, TrialDetails.ToOutcome(scored, fit, score));
        return new SearchTrial<TSelf>(trial.Proposed(candidate.Occurrences), search.AllMetrics, count);
    }

    private static IReadOnlyList<UnitScores> Fit<TSelf, TData, TFitted>(Search<TSelf> search, TData data, IReadOnlyList<SearchUnit> units, FitContext context)
        where TData : IDataset<TData>
    {
        var all = Candidates(search, units.Max(unit => unit.Candidate) + 1);
        var planner = new CandidatePlanner<TSelf, TData, TFitted>(search, data, all.Count);
        foreach (var (candidate, fold) in units)
            Require(candidate, all.Count, fold, planner.Tasks.Count);
        var planned = units.Select(unit => unit.Candidate).Distinct().Order().ToDictionary(index => index, index => new PlannedCandidate<TSelf>(all[index]));
        var batch = planner.Plan([.. planned.Values]);
        var ended = new ConcurrentDictionary<SearchUnit, (FitUnit Unit, FoldScore? Scores)>();
        var run = new CandidateRun<TSelf>(planner.Source, planner.Tasks, context, new CandidateRunOptions<TSelf>
        {
            Fits = new FitRunOptions { Retries = search.OnFailure.Retries, MemoryLimit = search.MemoryLimit ?? FitRunOptions.DefaultMemoryLimit },
            Timeout = search.CandidateTimeout,
            FoldEnded = fold => ended[new SearchUnit(fold.Candidate.Index, fold.Fold)] = (fold.Unit, fold.Scores),
        });
        run.Add(batch, units.Where(unit => planned[unit.Candidate].Score is not null).Select(unit => (planned[unit.Candidate], planner.Tasks[unit.Fold])));
        using (context.CancellationToken.UnsafeRegister(static scheduler => ((WorkScheduler)scheduler!).Wake(), context.Scheduler))
            context.Scheduler.Run(run.Work);
        context.CancellationToken.ThrowIfCancellationRequested();
        return [.. units.Select(unit => Scores(unit, planned[unit.Candidate], ended.GetValueOrDefault(unit)))];
    }

    private static UnitScores Scores<TSelf>(SearchUnit unit, PlannedCandidate<TSelf> candidate, (FitUnit Unit, FoldScore? Scores) ended)
    {
        var scores = new UnitScores(unit, ConfigurationText.Fingerprint(candidate.Configuration));
        if (candidate.PlanningError is { } refused)
            return scores with { Error = ExceptionMessage.From(refused) };
        var (fit, score) = FitUnit.Times(FitUnit.Reachable(ended.Unit));
        return scores with
        {
            Validation = ended.Scores?.Validation ?? [],
            Training = ended.Scores?.Training,
            Error = ended.Unit.Error is null ? null : ExceptionMessage.From(ended.Unit.Error),
            FitTime = fit,
            ScoreTime = score,
        };
    }

    private static List<Candidate<TSelf>> Candidates<TSelf>(Search<TSelf> search, int count)
    {
        var study = search.ToProposals();
        var candidates = new List<Candidate<TSelf>>();
        while (candidates.Count < count && study.Ask(Math.Min(count - candidates.Count, 1 << 12)) is { Count: > 0 } asked)
            candidates.AddRange(asked);
        return candidates;
    }

    private static void Require(int candidate, int candidates, int fold, int folds)
    {
        if ((uint)candidate >= (uint)candidates)
            throw new ArgumentOutOfRangeException(nameof(candidate), candidate, $"The search has {candidates} distinct candidates, from 0, but a unit is of candidate {candidate}.");
        if ((uint)fold >= (uint)folds)
            throw new ArgumentOutOfRangeException(nameof(fold), fold, $"The search has {folds} folds, from 0, but a unit is of fold {fold}.");
    }
}
