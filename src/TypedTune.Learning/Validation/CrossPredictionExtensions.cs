namespace TypedTune.Learning;

/// <summary>Predicts rows by models that did not learn from them. The estimator's data and fitted type are found by the compiler.</summary>
public static class CrossPredictionExtensions
{
    /// <summary>Predicts each row by the models that were fitted on the folds that do not hold it: their mean, or the most frequent label, where there are several.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="model">The configuration.</param>
    /// <param name="data">N rows with their target.</param>
    /// <param name="splitter">Folds that hold each row back at least once, such as <see cref="KFold"/> or a <see cref="RepeatedKFold"/>.</param>
    /// <param name="threads">How many threads work, at least 1. Default: one a processor.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>N predictions in the order of the rows: <see cref="Targets.Numbers"/> of a regressor, <see cref="Targets.Labels"/> of a classifier, with the levels of the data's targets.</returns>
    /// <remarks>
    /// For plots, residuals and confusions, and to learn from in a second model. A score over all of them is not the mean of the folds'
    /// scores: <see cref="CrossValidationExtensions"/> has that.
    /// </remarks>
    /// <exception cref="FitException">A step failed; the message names it and the fold.</exception>
    /// <exception cref="ArgumentException">A row is held back never, as by <see cref="Holdout"/>; there are fewer rows than folds, or a target is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Targets CrossPredict<TSelf, TData, TFitted>(
        this IEstimator<TSelf, TData, TFitted> model,
        TData data,
        ISplitter splitter,
        int? threads = null,
        CancellationToken cancellationToken = default)
        where TData : IDataset<TData>
    {
        var (folds, parts) = Predict(model, data, splitter, PredictionNeeds.Points, threads, cancellationToken);
        return CrossPredictions.Assemble(data.Targets, folds, Array.ConvertAll(parts, part => part.Points));
    }

    /// <summary>Predicts the probability of each label for each row, by the models that were fitted on the folds that do not hold it: their mean where there are several.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="model">A classifier that tells probabilities, such as a <see cref="RandomForestClassifier"/>, or a pipeline that ends in one.</param>
    /// <param name="data">N rows with their label.</param>
    /// <param name="splitter">Folds that hold each row back at least once, such as <see cref="StratifiedKFold"/>.</param>
    /// <param name="threads">How many threads work, at least 1. Default: one a processor.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>N × levels, the rows as in the data, a column a level of its labels, in their order and named after it; 0 for labels that a row's model has not seen.</returns>
    /// <exception cref="FitException">A step failed; the message names it and the fold.</exception>
    /// <exception cref="ArgumentException">As of <see cref="CrossPredict"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static FeatureMatrix CrossPredictProbabilities<TSelf, TData, TFitted>(
        this IEstimator<TSelf, TData, TFitted> model,
        TData data,
        ISplitter splitter,
        int? threads = null,
        CancellationToken cancellationToken = default)
        where TSelf : IProbabilisticClassification
        where TData : IDataset<TData>
    {
        var (folds, parts) = Predict(model, data, splitter, new PredictionNeeds { Probabilities = true }, threads, cancellationToken);
        return CrossPredictions.Assemble(data.Targets.Labels, folds, Array.ConvertAll(parts, part => part.Probabilities));
    }

    /// <summary>Predicts quantiles of the target for each row, by the models that were fitted on the folds that do not hold it: their mean where there are several.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="model">A regressor that predicts quantiles, such as a <see cref="QuantileForestRegressor"/>, or a pipeline that ends in one.</param>
    /// <param name="data">N rows with their target.</param>
    /// <param name="splitter">Folds that hold each row back at least once, such as <see cref="KFold"/>.</param>
    /// <param name="levels">Levels from 0 to 1, both included, each once.</param>
    /// <param name="threads">How many threads work, at least 1. Default: one a processor.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>N rows, in the order of the data.</returns>
    /// <exception cref="FitException">A step failed; the message names it and the fold.</exception>
    /// <exception cref="ArgumentException">As of <see cref="CrossPredict"/>; or there are no levels, or one is given twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1, or a level is outside.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static QuantilePredictions CrossPredictQuantiles<TSelf, TData, TFitted>(
        this IEstimator<TSelf, TData, TFitted> model,
        TData data,
        ISplitter splitter,
        IReadOnlyList<double> levels,
        int? threads = null,
        CancellationToken cancellationToken = default)
        where TSelf : IQuantileRegression
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (levels.Count == 0)
            throw new ArgumentException("There must be at least 1 level.", nameof(levels));
        var (folds, parts) = Predict(model, data, splitter, new PredictionNeeds { Quantiles = levels }, threads, cancellationToken);
        return CrossPredictions.Assemble(folds, Array.ConvertAll(parts, part => part.Quantiles), data.RowCount);
    }

    private static (IReadOnlyList<Fold> Folds, Predictions[] Parts) Predict<TSelf, TData, TFitted>(
        IEstimator<TSelf, TData, TFitted> model, TData data, ISplitter splitter, PredictionNeeds needs, int? threads, CancellationToken cancellation)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(splitter);
        data.RequireLearnable();
        var folds = splitter.SplitChecked(data.Roles);
        RowCoverage.RequireAll(splitter, folds, data.RowCount);
        var tasks = new FoldTasks { Needs = needs }.Create(folds, data.Roles);
        var plan = new PlannedModel<TSelf, TData, TFitted>(model, data, tasks[0], [], namesFolds: true);
        var parts = plan.Take(tasks, static (prediction, _, _) => prediction.Predictions.Scored!.Predictions, threads, cancellation);
        return (folds, parts);
    }
}
