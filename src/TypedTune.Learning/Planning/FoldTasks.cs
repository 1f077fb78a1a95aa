namespace TypedTune.Learning;

/// <summary>Makes the tasks of an evaluation, one a fold.</summary>
internal static class FoldTasks
{
    /// <summary>The folds of an evaluation.</summary>
    /// <param name="evaluation">An <see cref="ISplitter"/> or <see cref="OutOfBag"/>.</param>
    /// <param name="data">All rows.</param>
    /// <param name="scoresTraining">Whether training rows are predicted and scored too.</param>
    /// <param name="keepsModels">Whether fitted models are wanted; the one that is scored out of bag always is.</param>
    public static IReadOnlyList<FitTask> Create<TData>(IEvaluation evaluation, TData data, bool scoresTraining, bool keepsModels = false)
        where TData : IDataset<TData>
    {
        if (evaluation is OutOfBag)
            return [new FitTask(new FitRows(null, null), data.Targets) { Weights = data.Weights, IsOutOfBag = true, ScoresTraining = scoresTraining, KeepsModels = true }];
        if (evaluation is not ISplitter splitter)
            throw new ArgumentException($"A search cannot evaluate by {evaluation}. Give it an {nameof(ISplitter)}, such as {nameof(KFold)} or {nameof(Holdout)}, or {nameof(OutOfBag)}.", nameof(evaluation));
        return Create(Split(splitter, data.Targets), data, scoresTraining, keepsModels);
    }

    /// <summary>Folds that were made already.</summary>
    public static IReadOnlyList<FitTask> Create<TData>(IReadOnlyList<Fold> folds, TData data, bool scoresTraining, bool keepsModels = false)
        where TData : IDataset<TData> =>
        [.. folds.Select((fold, i) => Create(i, new FitRows(fold.Train, fold.Validation), data.Targets, data.Weights, scoresTraining, keepsModels))];

    /// <summary>The folds of the same evaluation for other targets of the same rows. Where a fold stays the same, what sees no target is shared.</summary>
    public static IReadOnlyList<FitTask> With<TData>(IReadOnlyList<FitTask> tasks, IEvaluation evaluation, TData data, Targets targets)
        where TData : IDataset<TData>
    {
        if (evaluation is not ISplitter splitter)
            return [.. tasks.Select(task => task.With(targets))];
        return [.. Split(splitter, targets).Select((fold, i) => Create(i, Same(tasks[i].Rows, fold), targets, data.Weights, tasks[i].ScoresTraining, tasks[i].KeepsModels))];
    }

    /// <summary>Divides rows. The one place that asks a splitter.</summary>
    public static IReadOnlyList<Fold> Split(ISplitter splitter, Targets targets) => splitter.Split(targets);

    private static FitRows Same(FitRows rows, Fold fold) =>
        fold.Train.AsSpan().SequenceEqual(rows.Train) && fold.Validation.AsSpan().SequenceEqual(rows.Validation) ? rows : new FitRows(fold.Train, fold.Validation);

    private static FitTask Create(int number, FitRows rows, Targets targets, double[]? weights, bool scoresTraining, bool keepsModels) =>
        new(rows, targets.TakeRows(rows.Train), targets.TakeRows(rows.Validation))
        {
            Fold = number,
            Weights = weights is null ? null : Array.ConvertAll(rows.Train!, row => weights[row]),
            ScoresTraining = scoresTraining,
            KeepsModels = keepsModels,
        };
}
