namespace TypedTune.Learning;

/// <summary>Creates the tasks of an evaluation, one for each fold.</summary>
/// <param name="ScoresTraining">Whether training rows are predicted and scored too.</param>
/// <param name="KeepsModels">Whether fitted models are wanted; the one that is scored out of bag always is.</param>
internal sealed record FoldTasks(bool ScoresTraining = false, bool KeepsModels = false)
{
    /// <summary>The kinds of predictions that the metrics need. Default: points.</summary>
    public PredictionNeeds Needs { get; init; } = PredictionNeeds.Points;

    /// <summary>How many folds an evaluation has of rows, which are divided only where it does not say so itself.</summary>
    /// <inheritdoc cref="Create(IEvaluation, RowRoles)"/>
    public static int Count(IEvaluation evaluation, RowRoles rows) => evaluation.FoldCount ?? new FoldTasks().Create(evaluation, rows).Count;

    /// <summary>How many rows are held back for each one that is learned from, the mean over folds; null where none are held back.</summary>
    public static double? HeldBackRatio(IReadOnlyList<FitTask> tasks) =>
        tasks.All(task => task.Counts.Predicted > 0) ? tasks.Average(task => (double)task.Counts.Predicted / task.Counts.Learned) : null;

    /// <summary>The folds of an evaluation.</summary>
    /// <param name="evaluation">An <see cref="ISplitter"/> or <see cref="OutOfBag"/>.</param>
    /// <param name="rows">The roles of all rows.</param>
    /// <exception cref="ArgumentException">The evaluation is another one, or its folds are illegal.</exception>
    public IReadOnlyList<FitTask> Create(IEvaluation evaluation, RowRoles rows)
    {
        if (evaluation is OutOfBag)
            return [new FitTask(new FitRows(null, null), rows) { IsOutOfBag = true, ScoresTraining = ScoresTraining, KeepsModels = true, Needs = Needs }];
        if (evaluation is not ISplitter splitter)
            throw new ArgumentException($"A search cannot evaluate by {evaluation}. Give it an {nameof(ISplitter)}, such as {nameof(KFold)} or {nameof(Holdout)}, or {nameof(OutOfBag)}.", nameof(evaluation));
        return Create(splitter.SplitChecked(rows), rows);
    }

    /// <summary>Folds that were made already.</summary>
    public IReadOnlyList<FitTask> Create(IReadOnlyList<Fold> folds, RowRoles rows) =>
        [.. folds.Select((fold, i) => Create(i, new FitRows(fold.Train, fold.Validation), rows))];

    /// <summary>The folds of the same evaluation for other targets of the same rows. Where a fold stays the same, the results of steps, which see no target, are shared.</summary>
    /// <param name="tasks">The folds for the targets as they are.</param>
    /// <param name="evaluation">The evaluation that divided the rows.</param>
    /// <param name="rows">The roles of all rows, with the other targets.</param>
    public IReadOnlyList<FitTask> With(IReadOnlyList<FitTask> tasks, IEvaluation evaluation, RowRoles rows) => evaluation is ISplitter splitter
        ? [.. splitter.SplitChecked(rows, tasks.Count).Select((fold, i) => Create(i, Same(tasks[i].Rows, fold), rows))]
        : [.. tasks.Select(task => task.With(rows.Targets))];

    private static FitRows Same(FitRows rows, Fold fold) =>
        fold.Train.AsSpan().SequenceEqual(rows.Train) && fold.Validation.AsSpan().SequenceEqual(rows.Validation) ? rows : new FitRows(fold.Train, fold.Validation);

    private FitTask Create(int number, FitRows rows, RowRoles roles) => new(rows, roles.TakeRows(rows.Train), roles.TakeRows(rows.Validation))
    {
        Fold = number,
        ScoresTraining = ScoresTraining,
        KeepsModels = KeepsModels,
        Needs = Needs,
    };
}
