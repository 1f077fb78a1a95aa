using System.Diagnostics;

namespace TypedTune.Learning;

/// <summary>Scores a whole search by nested cross-validation. The estimator's data and fitted type are found by the compiler.</summary>
public static class NestedExtensions
{
    /// <summary>
    /// Runs a search on the training rows of each outer fold, and scores what it chose on the rows that the fold holds back (nested cross-validation; Varma and
    /// Simon, "Bias in error estimation when using cross-validation for model selection", BMC Bioinformatics 7, 2006).
    /// </summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="search">The search; its <see cref="Search{TEstimator}.Evaluation"/> divides the outer training rows once more, and its budget holds for each outer fold.</param>
    /// <param name="data">N rows with their target.</param>
    /// <param name="outer">Divides the rows into outer folds; the rows that a fold holds back are not seen by its search.</param>
    /// <param name="progress">Told as by a search, from the start again in each outer fold.</param>
    /// <param name="control">Pauses the searches and lets them go on.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The same bits at any number of threads, as far as the search's own are.</returns>
    /// <remarks>
    /// <para>The outer folds run one after the other, each search on all of its <see cref="Search{TEstimator}.Threads"/>. It estimates the way of choosing, not
    /// one configuration: folds may choose differently, and how much they do is worth a look. For the model itself run the search on all rows.</para>
    /// <para>The selected configuration is fitted once on all outer training rows, whatever <see cref="Search{TEstimator}.Refit"/> says, as it could not be scored
    /// otherwise; where it is false the results keep no model, and say so when asked for it.</para>
    /// </remarks>
    /// <exception cref="FitException">The selected configuration could not be fitted or scored on an outer fold; the message names step and fold.</exception>
    /// <exception cref="InvalidOperationException">In an outer fold no candidate succeeded, the selection failed, or a candidate's failure stopped the search; the message says which.</exception>
    /// <exception cref="ArgumentException">As of a search's <c>Fit</c>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled: some outer folds would be no estimate.</exception>
    public static NestedResult<TSelf, TFitted> CrossValidate<TSelf, TData, TFitted>(
        this ISearch<IEstimator<TSelf, TData, TFitted>> search,
        TData data,
        ISplitter outer,
        IProgress<SearchProgress>? progress = null,
        RunControl? control = null,
        CancellationToken cancellationToken = default)
        where TData : IDataset<TData>
    {
        var settings = SearchExtensions.Of(search);
        ArgumentNullException.ThrowIfNull(outer);
        data.RequireLearnable();
        MetricChoice.Require(settings.AllMetrics);
        var rows = outer.SplitChecked(data.Roles);
        var folds = new FoldTasks(settings.TrainingScores, KeepsModels: true) { Needs = Scorer.NeedsOf(settings.AllMetrics) }.Create(rows, data.Roles);
        var outcomes = new List<NestedFold<TSelf, TFitted>>();
        var scores = new List<IReadOnlyList<MetricScores>>();
        for (int fold = 0; fold < rows.Count; fold++)
        {
            var found = Find<TSelf, TData, TFitted>(settings with { Refit = false, Store = null }, data.TakeRows(rows[fold].Train), fold, progress, control, cancellationToken);
            var (result, own) = Score(settings, found, data, folds[fold], cancellationToken);
            outcomes.Add(new NestedFold<TSelf, TFitted>(fold, result, own[0].Validation.Mean));
            scores.Add(own);
        }

        return new([.. settings.AllMetrics.Select((metric, m) => Join(metric, [.. scores.Select(own => own[m])]))], outcomes);
    }

    private static SearchResult<TSelf, TFitted> Find<TSelf, TData, TFitted>(Search<TSelf> settings, TData train, int fold, IProgress<SearchProgress>? progress, RunControl? control, CancellationToken cancellation)
        where TData : IDataset<TData>
    {
        var found = new SearchStudy<TSelf, TData, TFitted>(settings, train) { Progress = progress, Control = control }.Run(cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (found.StopReason == StopReason.Failure && found.Trials.First(trial => trial.Error is not null).Error is { } error)
            throw new InvalidOperationException($"The search of outer fold {fold} stopped at a failing candidate: {ExceptionMessage.From(error)}", error);
        try
        {
            _ = found.Selected;
            return found;
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException($"The search of outer fold {fold} chose nothing: {ExceptionMessage.From(exception)}", exception);
        }
    }

    // What was chosen is fitted here, where the rows held back are, and becomes the model of the search.
    private static (SearchResult<TSelf, TFitted> Result, IReadOnlyList<MetricScores> Scores) Score<TSelf, TData, TFitted>(
        Search<TSelf> settings, SearchResult<TSelf, TFitted> found, TData data, FitTask fold, CancellationToken cancellation)
        where TData : IDataset<TData>
    {
        long start = Stopwatch.GetTimestamp();
        var selected = found.Selected;
        var plan = new PlannedModel<TSelf, TData, TFitted>((IEstimator<TSelf, TData, TFitted>)selected.Configuration!, data, fold, settings.AllMetrics, namesFolds: true);
        var (scored, model) = plan.ScoreAndKeep([fold], settings.Threads, cancellation);
        var scores = plan.Summarize(scored);
        var time = Stopwatch.GetElapsedTime(start);
        if (!settings.Refit)
            return (found, scores);
        var facts = new SearchFacts(found.RowCount, found.StopReason, found.Duration + time, found.StepTimes) { Metrics = MetricHeader.From(settings.AllMetrics), Identity = found.Identity, HeldBackRatio = found.HeldBackRatio, Error = found.Error, ObserverErrors = found.ObserverErrors };
        return (new SearchResult<TSelf, TFitted>(found.Trials, settings with { Selection = _ => selected }, facts, found.Plan, _ => new Refit<TFitted>(() => model[0], time)), scores);
    }

    private static MetricScores Join<TSelf>(IMetric<TSelf> metric, IReadOnlyList<MetricScores> folds) => new(
        metric.Name,
        metric.Direction,
        new FoldScores([.. folds.Select(own => own.Validation.Mean)]),
        folds.All(own => own.Training is not null) ? new FoldScores([.. folds.Select(own => own.Training!.Mean)]) : null)
    {
        Rank = 1,
    };
}
