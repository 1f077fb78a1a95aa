namespace TypedTune.Learning;

/// <summary>Plans and runs searches. The estimator's data and fitted type are found by the compiler.</summary>
public static class SearchExtensions
{
    /// <summary>Says what a search will fit, without fitting anything.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="search">The search.</param>
    /// <param name="data">The training rows.</param>
    /// <param name="times">How long fits of its steps took, from <see cref="Pilot"/> or from the <see cref="SearchHistory{TEstimator}.StepTimes"/> of an earlier search; with them the plan estimates the time.</param>
    /// <exception cref="ArgumentException">The space is empty, there are fewer rows than folds, a target is missing, or a step has no time.</exception>
    public static SearchPlan Plan<TSelf, TData, TFitted>(this ISearch<IEstimator<TSelf, TData, TFitted>> search, TData data, IReadOnlyList<StepTime>? times = null)
        where TData : IDataset<TData>
    {
        var settings = Of(search);
        var plan = new PlannedSearch<TSelf, TData, TFitted>(settings, data);
        return times is null ? plan.Summary : plan.Summary with { EstimatedTime = TimeEstimate.Compute(plan.Work, times, settings.Threads ?? Environment.ProcessorCount) };
    }

    /// <summary>Fits the first, the middle and the last candidate on the first fold, to learn how long each step takes.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="search">The search.</param>
    /// <param name="data">The training rows.</param>
    /// <param name="cancellationToken">Ends the pilot.</param>
    /// <returns>The time of each step, for <see cref="Plan"/>. The estimate rests on <see cref="IFitEstimate"/> where candidates cost differently.</returns>
    /// <exception cref="ArgumentException">As of <see cref="Plan"/>.</exception>
    /// <exception cref="FitException">A fit of the pilot failed.</exception>
    /// <exception cref="OperationCanceledException">The pilot was cancelled.</exception>
    public static IReadOnlyList<StepTime> Pilot<TSelf, TData, TFitted>(this ISearch<IEstimator<TSelf, TData, TFitted>> search, TData data, CancellationToken cancellationToken = default)
        where TData : IDataset<TData>
    {
        var settings = Of(search);
        return TimeEstimate.Pilot(new PlannedSearch<TSelf, TData, TFitted>(settings, data), settings.Threads, cancellationToken);
    }

    /// <summary>Runs a search: every distinct candidate on every fold, then the selected one on all rows.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="search">The search.</param>
    /// <param name="data">The training rows.</param>
    /// <param name="progress">Told after each fit and each trial, from the thread that ran it, one call at a time.</param>
    /// <param name="control">Pauses the search and lets it go on.</param>
    /// <param name="cancellationToken">Ends the search early; finished trials are returned, and nothing is fitted again. <see cref="Continue"/> goes on from there.</param>
    /// <exception cref="ArgumentException">The space is empty, there are fewer rows than folds, or a target is missing.</exception>
    public static SearchResult<TSelf, TFitted> Fit<TSelf, TData, TFitted>(
        this ISearch<IEstimator<TSelf, TData, TFitted>> search,
        TData data,
        IProgress<SearchProgress>? progress = null,
        RunControl? control = null,
        CancellationToken cancellationToken = default)
        where TData : IDataset<TData>
    {
        return new SearchStudy<TSelf, TData, TFitted>(Of(search), data) { Progress = progress, Control = control }.Run(cancellationToken);
    }

    /// <summary>
    /// Goes on from an earlier run, one that was cancelled or ran out of its budget, or whose space was smaller: candidates that succeeded there keep their
    /// scores, those that failed are tried again. The trials are the same, bit for bit, as those of a run that was never broken off.
    /// </summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="search">The search; its space, budget and selection may be others than those of the earlier run.</param>
    /// <param name="earlier">The trials that the earlier run returned, or that <see cref="Search{TEstimator}.ReadJson"/> read.</param>
    /// <param name="data">The same training rows as there.</param>
    /// <param name="progress">Told after each fit and each trial, from the thread that ran it, one call at a time.</param>
    /// <param name="control">Pauses the search and lets it go on.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    /// <exception cref="ArgumentException">As of <see cref="Fit"/>, or the earlier run had other rows, fixed hyperparameters, evaluation, metrics or seed, or candidates that the search's space does not hold; the message names what differs.</exception>
    public static SearchResult<TSelf, TFitted> Continue<TSelf, TData, TFitted>(
        this ISearch<IEstimator<TSelf, TData, TFitted>> search,
        SearchHistory<TSelf> earlier,
        TData data,
        IProgress<SearchProgress>? progress = null,
        RunControl? control = null,
        CancellationToken cancellationToken = default)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(data);
        var settings = Of(search);
        EarlierRun.RequireSame(settings, earlier, data);
        return new SearchStudy<TSelf, TData, TFitted>(settings, data) { Known = earlier, Progress = progress, Control = control }.Run(cancellationToken);
    }

    internal static Search<TSelf> Of<TSelf, TData, TFitted>(ISearch<IEstimator<TSelf, TData, TFitted>> search)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(search);
        return search as Search<TSelf> ?? throw new ArgumentException("The estimator must name itself as IEstimator's first type argument.", nameof(search));
    }
}
