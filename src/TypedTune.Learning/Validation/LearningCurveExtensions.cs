namespace TypedTune.Learning;

/// <summary>Shows whether more rows would help. The estimator's data and fitted type are found by the compiler.</summary>
public static class LearningCurveExtensions
{
    /// <summary>Cross-validates a configuration on growing parts of each fold's training rows.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="model">The configuration.</param>
    /// <param name="data">N rows with their target.</param>
    /// <param name="splitter">Divides the rows into folds; each point is scored on all rows that are held back.</param>
    /// <param name="metric">The metric that scores the predictions.</param>
    /// <param name="options">The numbers of rows, the seed and the threads. Default: a tenth to all of each fold's training rows, in five equal steps.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The same bits at any number of threads; the share 1 gives the scores of <c>CrossValidate</c>.</returns>
    /// <remarks>
    /// Each fold's training rows are put in random order once, and the first of them are taken, so that a smaller set is part of each larger one. Labels
    /// are not balanced: a small set may miss a label, or a category that an encoder then refuses to meet in a validation row; ask for more rows, or let
    /// the encoder ignore unknown ones.
    /// </remarks>
    /// <exception cref="FitException">A step or a metric failed; the message names it and the fold.</exception>
    /// <exception cref="ArgumentException">A size is beyond a fold's training rows, there are fewer rows than folds, or a target is missing.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static LearningCurve LearningCurve<TSelf, TData, TFitted>(
        this IEstimator<TSelf, TData, TFitted> model,
        TData data,
        ISplitter splitter,
        IMetric<TSelf> metric,
        LearningCurveOptions? options = null,
        CancellationToken cancellationToken = default)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(splitter);
        ArgumentNullException.ThrowIfNull(metric);
        data.RequireLearnable();
        options ??= new LearningCurveOptions();
        var sizes = options.Sizes;
        var folds = splitter.SplitChecked(data.Roles);
        int[][] orders = [.. folds.Select((fold, i) => Shuffled(fold.Train, Seed.Of(options.Seed).Derive(i)))];
        Fold[][] taken = [.. sizes.Select(size => folds.Select((fold, i) => Take(fold, orders[i], size, i)).ToArray())];
        FitTask[] tasks = [.. taken.SelectMany(own => new FoldTasks(ScoresTraining: true) { Needs = Scorer.NeedsOf([metric]) }.Create(own, data.Roles))];
        var plan = new PlannedModel<TSelf, TData, TFitted>(model, data, tasks[0], [metric], folds.Count > 1);
        var scored = plan.Score(tasks, options.Threads, cancellationToken);
        return new(metric.Name, metric.Direction, [.. sizes.Select((size, i) =>
            new LearningCurvePoint(size, [.. taken[i].Select(fold => fold.Train.Length)], plan.Summarize(scored.Skip(i * folds.Count).Take(folds.Count))[0]))]);
    }

    private static int[] Shuffled(int[] rows, Seed seed)
    {
        int[] order = [.. rows];
        seed.Stream().Shuffle(order.AsSpan());
        return order;
    }

    private static Fold Take(Fold fold, int[] order, RowCount size, int number)
    {
        int count = size.About(order.Length);
        if (count > order.Length)
            throw new ArgumentException($"{size} rows cannot be learned from in fold {number}, which has {order.Length} to learn from. Ask for fewer, or for a share.", nameof(size));
        int[] train = order[..count];
        Array.Sort(train);
        return new Fold(train, fold.Validation);
    }
}
