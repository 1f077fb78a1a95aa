using System.Diagnostics;

namespace TypedTune.Learning;

/// <summary>Runs a search as a study, and then fits the selected candidate on all rows.</summary>
/// <param name="search">The search.</param>
/// <param name="data">All rows.</param>
internal sealed class SearchStudy<TSelf, TData, TFitted>(Search<TSelf> search, TData data)
    where TData : IDataset<TData>
{
    /// <summary>The trials of an earlier run, which are not evaluated again.</summary>
    public SearchHistory<TSelf>? Known { get; init; }

    /// <summary>Told of fits and trials.</summary>
    public IProgress<SearchProgress>? Progress { get; init; }

    /// <summary>Pauses the search.</summary>
    public RunControl? Control { get; init; }

    /// <summary>Runs the search.</summary>
    /// <exception cref="ArgumentException">The space is empty, the rows do not suit, or the earlier run is of another search.</exception>
    public SearchResult<TSelf, TFitted> Run(CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        using var activity = new GuardedActivity("search");
        var progress = Progress is null ? null : new SearchProgressObserver<TSelf>(Progress, search.Threads ?? Environment.ProcessorCount);
        var evaluator = new SearchEvaluator<TSelf, TData, TFitted>(search, data, progress);
        var study = search.ToStudy(FoldTasks.Count(search.Evaluation, data.Roles)).With(Known?.Trials ?? [], progress is null ? search.Observers : [progress, .. search.Observers], Control);
        // Before the first fit, since texts of the user's own types may throw.
        var metrics = MetricHeader.From(search.AllMetrics);
        var identity = SearchIdentity.Create(search, data);
        var found = study.Run(evaluator, cancellation);
        activity.Tag("typedtune.trials", found.Trials.Count);
        activity.Tag("typedtune.stop_reason", found.StopReason.ToString());

        var session = evaluator.Session!;
        SearchTrial<TSelf>[] trials = [.. found.Trials.Select(trial => new SearchTrial<TSelf>(trial, metrics, session.Folds))];
        var facts = new SearchFacts(data.RowCount, found.StopReason, found.Duration, session.StepTimes)
        {
            Metrics = metrics,
            Identity = identity,
            HeldBackRatio = session.HeldBackRatio,
            Error = found.Error,
            ObserverErrors = found.ObserverErrors,
        };
        var plan = new SearchPlan(trials.Sum(trial => trial.Occurrences), Math.Max(trials.Length, session.Planned.Candidates), search.EvaluationOf(data.Roles), session.Folds, session.Steps) { EstimatedPeakBytes = session.Planned.PeakBytes };
        return new SearchResult<TSelf, TFitted>(trials, search, facts, plan, selected => Refit(selected, found, session, cancellation));
    }

    private Refit<TFitted> Refit(SearchTrial<TSelf> selected, StudyResult<TSelf> found, SearchSession<TSelf, TData, TFitted> session, CancellationToken cancellation)
    {
        string? refusal = found.StopReason switch
        {
            StopReason.Cancelled => "The search was cancelled, so its best candidate was not fitted again; fit Best.Configuration yourself.",
            StopReason.Failure => $"The search stopped at a failing candidate, so its best candidate was not fitted again: {found.Trials.First(trial => trial.Error is not null).ErrorMessage}",
            StopReason.Error => $"The search was ended by an exception, so its best candidate was not fitted again: {ExceptionMessage.From(found.Error!)}",
            _ when !search.Refit => "The search was told not to refit; fit Best.Configuration yourself.",
            _ => null,
        };
        if (refusal is not null)
            return new(() => throw new InvalidOperationException(refusal), TimeSpan.Zero);
        if (session.TryGetModel(selected.Index, out var kept))
            return new(() => kept!, TimeSpan.Zero);

        long start = Stopwatch.GetTimestamp();
        using var activity = new GuardedActivity("refit");
        try
        {
            using var scheduler = new WorkScheduler(search.Threads);
            var model = PlannedFit.Fit((IEstimator<TSelf, TData, TFitted>)selected.Configuration!, data, new FitContext(scheduler, cancellation));
            return new(() => model, Stopwatch.GetElapsedTime(start));
        }
        catch (Exception exception)
        {
            // A failed refit must not lose the trials. They are returned, and reading the result's Model throws this error.
            string message = ExceptionMessage.From(exception);
            return new(() => throw new InvalidOperationException($"The selected candidate could not be fitted again: {message}", exception), Stopwatch.GetElapsedTime(start));
        }
    }
}
