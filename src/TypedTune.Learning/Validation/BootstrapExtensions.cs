namespace TypedTune.Learning;

/// <summary>Estimates scores by the bootstrap. The estimator's data and fitted type are found by the compiler.</summary>
public static class BootstrapExtensions
{
    private const int MostShifts = 512;

    /// <summary>Estimates the score of a configuration on new rows by the .632+ bootstrap (Efron and Tibshirani, "Improvements on cross-validation: the .632+ bootstrap method", JASA 92, 1997).</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="model">The configuration.</param>
    /// <param name="data">N rows with their target.</param>
    /// <param name="metric">The metric that scores the predictions.</param>
    /// <param name="options">The number of samples, the seed and the threads. Default: 50 samples on all processors.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The same bits at any number of threads.</returns>
    /// <remarks>
    /// For small data, where folds vary much: its estimate varies less than a cross-validation's. Rows are drawn one by one, whatever their groups or times. The score
    /// out of bag is the mean over samples, where the paper takes the mean over rows; the two agree for means of rows but for the sizes of samples.
    /// </remarks>
    /// <exception cref="FitException">A step or a metric failed; the message names it.</exception>
    /// <exception cref="ArgumentException">There are fewer than 2 rows, or a target is missing.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BootstrapResult Bootstrap<TSelf, TData, TFitted>(
        this IEstimator<TSelf, TData, TFitted> model,
        TData data,
        IMetric<TSelf> metric,
        BootstrapOptions? options = null,
        CancellationToken cancellationToken = default)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(metric);
        data.RequireLearnable();
        options ??= new BootstrapOptions();
        var roles = data.Roles;
        int[] all = [.. Enumerable.Range(0, data.RowCount)];
        Fold[] folds = [.. new BootstrapSplit(options.Samples) { Seed = options.Seed }.SplitChecked(roles), new Fold(all, all)];
        var tasks = new FoldTasks { Needs = Scorer.NeedsOf([metric]) }.Create(folds, roles);
        var plan = new PlannedModel<TSelf, TData, TFitted>(model, data, tasks[0], [metric], namesFolds: true);
        var samples = plan.Summarize(plan.Score(tasks.Take(options.Samples), options.Threads, cancellationToken))[0];
        var predictions = plan.Take(tasks.Skip(options.Samples), static (prediction, _, _) => prediction.Predictions.Scored!.Predictions, options.Threads, cancellationToken)[0];
        var scorers = Scorer.Create([metric]);
        double apparent = Scorer.Score(scorers, roles.Targets, predictions, roles.Weights, fold: null)[0];
        return new BootstrapResult(metric.Name, metric.Direction, samples.Validation, apparent, ScoreShifted(scorers, roles, predictions, cancellationToken));
    }

    // All shifts together put each prediction beside each target once.
    private static double ScoreShifted(IReadOnlyList<Scorer> scorers, RowRoles roles, Predictions predictions, CancellationToken cancellation)
    {
        int rows = roles.RowCount, shifts = Math.Min(rows, MostShifts);
        double sum = 0;
        for (int i = 0; i < shifts; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            int shift = (int)((long)i * rows / shifts);
            int[] order = [.. Enumerable.Range(0, rows).Select(row => (row + shift) % rows)];
            sum += Scorer.Score(scorers, roles.Targets, predictions.TakeRows(order), roles.Weights, fold: null)[0];
        }

        return sum / shifts;
    }
}
