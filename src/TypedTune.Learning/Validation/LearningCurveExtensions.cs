namespace TypedTune.Learning;

/// <summary>Tells whether more rows would help. The estimator's data and fitted type are found by the compiler.</summary>
public static class LearningCurveExtensions
{
    /// <summary>Cross-validates a configuration that learns from a tenth to all of each fold's training rows, in five equal steps.</summary>
    /// <inheritdoc cref="LearningCurve{TSelf, TData, TFitted}(IEstimator{TSelf, TData, TFitted}, TData, ISplitter, IMetric{TSelf}, IReadOnlyList{RowCount}, int, int?, CancellationToken)"/>
    public static LearningCurve LearningCurve<TSelf, TData, TFitted>(
        this IEstimator<TSelf, TData, TFitted> model,
        TData data,
        ISplitter splitter,
        IMetric<TSelf> metric,
        int seed = 0,
        int? threads = null,
        CancellationToken cancellationToken = default)
        where TData : IDataset<TData> =>
        model.LearningCurve(data, splitter, metric, [RowCount.Fraction(0.1), RowCount.Fraction(0.325), RowCount.Fraction(0.55), RowCount.Fraction(0.775), RowCount.Fraction(1)], seed, threads, cancellationToken);

    /// <summary>Cross-validates a configuration that learns from some of each fold's training rows only.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">What it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="model">The configuration.</param>
    /// <param name="data">N rows with their target.</param>
    /// <param name="splitter">Which rows are held back; each point is scored on all of them.</param>
    /// <param name="metric">What scores the predictions.</param>
    /// <param name="sizes">How many of a fold's training rows are learned from, one size at least: counts, or shares, which are rounded to whole rows, one at least.</param>
    /// <param name="seed">Which rows are taken. Default: 0.</param>
    /// <param name="threads">How many threads work, at least 1. Default: one a processor.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The same bits at any number of threads; the share 1 gives the scores of <c>CrossValidate</c>.</returns>
    /// <remarks>
    /// Each fold's training rows are put in random order once, and the first of them are taken, so that a smaller set is part of each larger one. Labels
    /// are not balanced: a small set may miss a label, or a category that an encoder then refuses to meet in a validation row; ask for more rows, or let
    /// the encoder ignore unknown ones.
    /// </remarks>
    /// <exception cref="FitException">A step or a metric failed; the message names it and the fold.</exception>
    /// <exception cref="ArgumentException">There are no sizes, or one is beyond a fold's training rows; there are fewer rows than folds, or a target is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static LearningCurve LearningCurve<TSelf, TData, TFitted>(
        this IEstimator<TSelf, TData, TFitted> model,
        TData data,
        ISplitter splitter,
        IMetric<TSelf> metric,
        IReadOnlyList<RowCount> sizes,
        int seed = 0,
        int? threads = null,
        CancellationToken cancellationToken = default)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(splitter);
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(sizes);
        data.RequireLearnable();
        if (sizes.Count == 0)
            throw new ArgumentException($"A learning curve needs a number of rows at least, such as {nameof(RowCount)}.{nameof(RowCount.Fraction)}(0.5).", nameof(sizes));
        var folds = splitter.SplitChecked(data.Roles);
        int[][] orders = [.. folds.Select((fold, i) => Shuffled(fold.Train, Seed.Of(seed).Derive(i)))];
        Fold[][] taken = [.. sizes.Select(size => folds.Select((fold, i) => Take(fold, orders[i], size, i)).ToArray())];
        FitTask[] tasks = [.. taken.SelectMany(own => new FoldTasks(ScoresTraining: true) { Needs = Scorer.NeedsOf([metric]) }.Create(own, data.Roles))];
        var plan = new PlannedModel<TSelf, TData, TFitted>(model, data, tasks[0], [metric], folds.Count > 1);
        var scored = plan.Score(tasks, threads, cancellationToken);
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
