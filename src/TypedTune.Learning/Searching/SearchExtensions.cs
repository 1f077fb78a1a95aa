namespace TypedTune.Learning;

/// <summary>Plans and runs searches. The estimator's data and fitted type are found by the compiler.</summary>
public static class SearchExtensions
{
    /// <summary>Says what a search will fit, without fitting anything.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">What it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="search">The search.</param>
    /// <param name="data">The training rows.</param>
    /// <exception cref="ArgumentException">The space is empty, there are fewer rows than folds, or a target is missing.</exception>
    public static SearchPlan Plan<TSelf, TData, TFitted>(this ISearch<IEstimator<TSelf, TData, TFitted>> search, TData data)
        where TData : IDataset<TData> =>
        new PlannedSearch<TSelf, TData, TFitted>(Of(search), data).Summary;

    /// <summary>Runs a search: every distinct candidate on every fold, then the best on all rows.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">What it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="search">The search.</param>
    /// <param name="data">The training rows.</param>
    /// <param name="progress">Told after each fit and each trial, from the thread that ran it, one call at a time.</param>
    /// <param name="cancellationToken">Ends the search early; finished trials are returned, and nothing is fitted again.</param>
    /// <exception cref="ArgumentException">The space is empty, there are fewer rows than folds, or a target is missing.</exception>
    public static SearchResult<TSelf, TFitted> Fit<TSelf, TData, TFitted>(
        this ISearch<IEstimator<TSelf, TData, TFitted>> search,
        TData data,
        IProgress<SearchProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TData : IDataset<TData>
    {
        var settings = Of(search);
        using var run = new SearchRun<TSelf, TData, TFitted>(settings, data, progress, cancellationToken);
        return run.Run();
    }

    private static Search<TSelf> Of<TSelf, TData, TFitted>(ISearch<IEstimator<TSelf, TData, TFitted>> search)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(search);
        return search as Search<TSelf> ?? throw new ArgumentException("The estimator must name itself as IEstimator's first type argument.", nameof(search));
    }
}
