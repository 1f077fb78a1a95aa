namespace TypedTune.Learning;

/// <summary>Scores a configuration on rows that it did not learn from. The estimator's data and fitted type are found by the compiler.</summary>
public static class CrossValidationExtensions
{
    /// <summary>Fits and scores a configuration on every fold.</summary>
    /// <inheritdoc cref="CrossValidate{TSelf, TData, TFitted}(IEstimator{TSelf, TData, TFitted}, TData, IEvaluation, IReadOnlyList{IMetric{TSelf}}, CrossValidationOptions?, CancellationToken)"/>
    /// <param name="model">The configuration.</param>
    /// <param name="data">N rows with their target.</param>
    /// <param name="evaluation">How rows are held back, as in a search: <see cref="KFold"/>, <see cref="StratifiedKFold"/>, <see cref="Holdout"/>, an own <see cref="ISplitter"/>, or <see cref="OutOfBag"/>.</param>
    /// <param name="metric">The metric that scores the predictions.</param>
    /// <param name="options">What is kept beside the scores of validation rows, and the threads. Default: nothing else is kept, and all processors work.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static CrossValidationResult<TSelf, TFitted> CrossValidate<TSelf, TData, TFitted>(
        this IEstimator<TSelf, TData, TFitted> model,
        TData data,
        IEvaluation evaluation,
        IMetric<TSelf> metric,
        CrossValidationOptions? options = null,
        CancellationToken cancellationToken = default)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(metric);
        return model.CrossValidate(data, evaluation, [metric], options, cancellationToken);
    }

    /// <summary>Fits a configuration on every fold and scores it by several metrics, at little more cost than by one: the predictions are the same.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="model">The configuration.</param>
    /// <param name="data">N rows with their target.</param>
    /// <param name="evaluation">How rows are held back, as in a search: <see cref="KFold"/>, <see cref="StratifiedKFold"/>, <see cref="Holdout"/>, an own <see cref="ISplitter"/>, or <see cref="OutOfBag"/>.</param>
    /// <param name="metrics">The metrics that score the predictions: at least one, each once.</param>
    /// <param name="options">What is kept beside the scores of validation rows, and the threads. Default: nothing else is kept, and all processors work.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The scores that a search gives this configuration as its one candidate, bit for bit, at any number of threads.</returns>
    /// <remarks>
    /// There is one configuration and nothing to fall back on, so that a failure is thrown and not recorded as in a search: that of the first
    /// fold that fails. Scores of a configuration that a search chose on the same rows are too good; cross-validate the search instead.
    /// </remarks>
    /// <exception cref="FitException">A step or a metric failed; the message names it and the fold.</exception>
    /// <exception cref="ArgumentException">There are fewer rows than folds, a target is missing, no metric is given or one twice, or the evaluation does not suit the last step.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CrossValidationResult<TSelf, TFitted> CrossValidate<TSelf, TData, TFitted>(
        this IEstimator<TSelf, TData, TFitted> model,
        TData data,
        IEvaluation evaluation,
        IReadOnlyList<IMetric<TSelf>> metrics,
        CrossValidationOptions? options = null,
        CancellationToken cancellationToken = default)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(evaluation);
        data.RequireLearnable();
        MetricChoice.Require(metrics);
        options ??= new CrossValidationOptions();
        var tasks = new FoldTasks(options.TrainingScores, options.KeepModels) { Needs = Scorer.NeedsOf(metrics) }.Create(evaluation, data.Roles);
        var plan = new PlannedModel<TSelf, TData, TFitted>(model, data, tasks[0], metrics, tasks.Count > 1);
        var (folds, models) = options.KeepModels ? plan.ScoreAndKeep(tasks, options.Threads, cancellationToken) : (plan.Score(tasks, options.Threads, cancellationToken), null);
        return new(plan.Summarize(folds), [.. folds.Select(fold => Timed(fold, models))]);
    }

    private static CrossValidationFold<TFitted> Timed<TFitted>(FitUnit fold, TFitted[]? models)
    {
        var (fit, score) = FitUnit.Times(FitUnit.Reachable(fold));
        return new CrossValidationFold<TFitted>(fold.Task.Fold, fit, score, models);
    }
}
