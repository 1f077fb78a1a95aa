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
        int folds = new FoldTasks().Create(settings.Evaluation, data.Roles).Count;
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

    /// <summary>
    /// Joins the scores of units to trials, as the search itself would make them: those of the candidates all of whose folds are there. Its sampler, pruner,
    /// budget and failure policy apply.
    /// </summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="search">The search.</param>
    /// <param name="data">The training rows.</param>
    /// <param name="scores">The scores of units, from any processes, in any order, each once.</param>
    /// <returns>The trials. <see cref="SearchExtensions.Continue"/> adds what is missing and fits the winner.</returns>
    /// <exception cref="ArgumentException">A unit comes twice, is of another search or other rows, of another candidate than this search has in its place, or has other numbers of scores.</exception>
    public static SearchHistory<TSelf> Join<TSelf, TData, TFitted>(this ISearch<IEstimator<TSelf, TData, TFitted>> search, TData data, IEnumerable<UnitScores> scores)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(scores);
        var settings = SearchExtensions.Of(search);
        var identity = SearchIdentity.Create(settings, data);
        var metrics = MetricHeader.From(settings.AllMetrics);
        UnitScores[] all = [.. scores];
        var tasks = new FoldTasks().Create(settings.Evaluation, data.Roles);
        int folds = tasks.Count;
        foreach (var score in all)
            UnitChecks.Require(settings, identity.Fingerprint, folds, score);
        if (all.GroupBy(score => score.Unit).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Fold {twice.Key.Fold} of candidate {twice.Key.Candidate} comes {twice.Count()} times. Give each unit once.", nameof(scores));
        using var end = new CancellationTokenSource();
        var units = new JoinedUnits<TSelf>(settings, folds, all, end.Cancel);
        var found = (settings with { Store = null, Observers = [], Budget = settings.Budget with { Time = null } }).ToStudy().Run(units, end.Token);
        units.RequireAllUsed(found.StopReason);
        SearchTrial<TSelf>[] trials = [.. found.Trials.Select(trial => new SearchTrial<TSelf>(trial, metrics, folds))];
        var facts = new SearchFacts(data.RowCount, found.StopReason, trials.Aggregate(TimeSpan.Zero, (sum, trial) => sum + trial.Duration), [])
        {
            Metrics = metrics,
            Identity = identity,
            HeldBackRatio = FoldTasks.HeldBackRatio(tasks),
            Error = found.Error,
        };
        return new SearchHistory<TSelf>(trials, settings, facts);
    }

    private static IReadOnlyList<UnitScores> Fit<TSelf, TData, TFitted>(Search<TSelf> search, TData data, IReadOnlyList<SearchUnit> units, FitContext context)
        where TData : IDataset<TData>
    {
        int folds = FoldTasks.Count(search.Evaluation, data.Roles);
        foreach (var unit in units)
            UnitChecks.Require(unit, folds);
        var all = Candidates(search, Math.Min(units.Max(unit => unit.Candidate), int.MaxValue - 1) + 1);
        foreach (var unit in units)
        {
            if (unit.Candidate >= all.Count)
                throw new ArgumentOutOfRangeException(nameof(units), unit, $"The search has {all.Count} distinct candidates, from 0, but a unit is of candidate {unit.Candidate}.");
        }

        var planner = new CandidatePlanner<TSelf, TData, TFitted>(search, data, all.Count);
        var identity = SearchIdentity.Create(search, data).Fingerprint;
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
        var fingerprints = planned.ToDictionary(pair => pair.Key, pair => ConfigurationText.Fingerprint(pair.Value.Configuration));
        return [.. units.Select(unit => Scores(new UnitScores(unit, identity, fingerprints[unit.Candidate]), planned[unit.Candidate], ended.GetValueOrDefault(unit)))];
    }

    private static UnitScores Scores<TSelf>(UnitScores scores, PlannedCandidate<TSelf> candidate, (FitUnit Unit, FoldScore? Scores) ended)
    {
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
}
