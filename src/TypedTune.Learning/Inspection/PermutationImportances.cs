using System.Collections;
using System.Globalization;

namespace TypedTune.Learning;

/// <summary>
/// Permutation importances: for each column, how much worse a fitted model's score gets when the values of that column are put in random order
/// (Breiman, "Random forests", Machine Learning 45, 2001). In the order of the columns. Immutable.
/// </summary>
/// <remarks>
/// <para>For any model and metric, and defined as scikit-learn's <c>permutation_importance</c>: the score of the rows as they are
/// less that of the rows with the column in another order; or the other way round where small scores are good. Give rows that the model did not
/// learn from: on training rows the importances also show what the model only memorized.</para>
/// <para>The orders depend on the seed, the column's number and the repeat alone: the same bits on any number of threads.
/// Of columns that say the same, each is unimportant as long as the other is in order.</para>
/// </remarks>
public sealed class PermutationImportances : IReadOnlyList<PermutationImportance>
{
    private readonly PermutationImportance[] _items;

    private PermutationImportances(PermutationImportance[] items, string metric, double score)
    {
        _items = items;
        Metric = metric;
        Score = score;
    }

    /// <summary>The metric's name.</summary>
    public string Metric { get; }

    /// <summary>The score of the rows as they are.</summary>
    public double Score { get; }

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public PermutationImportance this[int index] => _items[index];

    /// <summary>Computes the importance of each feature of a fitted regressor.</summary>
    /// <param name="model">The fitted model.</param>
    /// <param name="rows">N rows with their numbers, the columns as at fit, N at least 1. Their weights, where they have some, are scored with.</param>
    /// <param name="metric">The metric that scores the predictions.</param>
    /// <param name="options">The number of random orders a column, and the seed. Default: 5 orders.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="ArgumentException">The model or the metric refuses the rows.</exception>
    /// <exception cref="InvalidOperationException">The metric needs quantiles, and the model is no <see cref="IFittedQuantileRegressor"/>.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static PermutationImportances Compute(IFittedRegressor model, Dataset rows, IMetric<IRegression> metric, PermutationImportanceOptions? options = null, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Compute(model, (features, execution) => Targets.Of(model.Predict(features, execution)), rows, metric, options, context);
    }

    /// <summary>Computes the importance of each feature of a fitted classifier.</summary>
    /// <inheritdoc cref="Compute(IFittedRegressor, Dataset, IMetric{IRegression}, PermutationImportanceOptions?, FitContext?)"/>
    /// <param name="model">The fitted model; an <see cref="IFittedProbabilisticClassifier"/> where the metric scores probabilities.</param>
    /// <param name="rows">N rows with their labels, none missing, the columns as at fit, N at least 1. Their weights, where they have some, are scored with.</param>
    /// <param name="metric">The metric that scores the predictions: labels or probabilities.</param>
    /// <param name="options">The number of random orders a column, and the seed. Default: 5 orders.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="InvalidOperationException">The metric needs probabilities, and the model tells none.</exception>
    public static PermutationImportances Compute(IFittedClassifier model, Dataset rows, IMetric<IProbabilisticClassification> metric, PermutationImportanceOptions? options = null, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Compute(model, (features, execution) => Targets.Of(model.Predict(features, execution)), rows, metric, options, context);
    }

    /// <summary>Computes the importance of each column of a table to a fitted pipeline that predicts numbers, however many features it makes of the column.</summary>
    /// <typeparam name="TRow">The rows' type.</typeparam>
    /// <param name="predict">The fitted pipeline's <c>Predict</c>.</param>
    /// <param name="rows">N rows with their target, N at least 1. Every column but the target is permuted; one that the pipeline does not read has importance 0.</param>
    /// <param name="metric">The metric that scores the predictions.</param>
    /// <param name="options">The number of random orders a column, and the seed. Default: 5 orders.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="ArgumentException">The pipeline or the metric refuses the rows.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static PermutationImportances ComputeForTable<TRow>(Func<Table<TRow>, FitContext?, double[]> predict, Table<TRow> rows, IMetric<IRegression> metric, PermutationImportanceOptions? options = null, FitContext? context = null)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(predict);
        return Compute<TRow, IRegression>((table, execution) => new Predictions(predict(table, execution)), rows, metric, options, context);
    }

    /// <summary>Computes the importance of each column of a table to a fitted pipeline that predicts labels.</summary>
    /// <inheritdoc cref="ComputeForTable{TRow}(Func{Table{TRow}, FitContext?, double[]}, Table{TRow}, IMetric{IRegression}, PermutationImportanceOptions?, FitContext?)"/>
    public static PermutationImportances ComputeForTable<TRow>(Func<Table<TRow>, FitContext?, Categories> predict, Table<TRow> rows, IMetric<IClassification> metric, PermutationImportanceOptions? options = null, FitContext? context = null)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(predict);
        return Compute<TRow, IClassification>((table, execution) => new Predictions(predict(table, execution)), rows, metric, options, context);
    }

    /// <summary>The importances, the largest mean first; equal ones in the order of the columns.</summary>
    public IReadOnlyList<PermutationImportance> Descending() => [.. _items.OrderByDescending(item => item.Mean)];

    /// <inheritdoc/>
    public IEnumerator<PermutationImportance> GetEnumerator() => ((IEnumerable<PermutationImportance>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The score, and a line a column, the most important first.</summary>
    public override string ToString() =>
        string.Join('\n', [string.Create(CultureInfo.InvariantCulture, $"{Metric} {Score:G6}"), .. Descending().Select(item => item.ToString())]);

    private static PermutationImportances Compute<TRow, TTask>(Func<Table<TRow>, FitContext, Predictions> predict, Table<TRow> rows, IMetric<TTask> metric, PermutationImportanceOptions? options, FitContext? context)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(rows);
        Column<TRow>[] columns = [.. TRow.Schema.Columns.Where(column => column.Role == ColumnRole.Feature)];
        var compact = rows.Compact();
        var trial = new PermutationTrial<Table<TRow>, TTask>(compact, (column, order) => compact.Permute(columns[column], order), predict, rows.Roles, metric);
        return Compute(trial, new FeatureNames(columns.Select(column => column.Name)), options, context);
    }

    private static PermutationImportances Compute<TTask>(object model, Func<FeatureMatrix, FitContext, Targets> predict, Dataset rows, IMetric<TTask> metric, PermutationImportanceOptions? options, FitContext? context)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(metric);
        var trial = new PermutationTrial<FeatureMatrix, TTask>(
            rows.Features,
            rows.Features.Permute,
            (features, execution) => ModelPredictions.Complete(predict(features, execution), model, features, metric.Needs, execution),
            rows.Roles,
            metric);
        return Compute(trial, rows.Features.Names, options, context);
    }

    private static PermutationImportances Compute<TData, TTask>(PermutationTrial<TData, TTask> trial, FeatureNames names, PermutationImportanceOptions? options, FitContext? context)
    {
        ArgumentNullException.ThrowIfNull(trial.Metric);
        options ??= new PermutationImportanceOptions();
        var (score, losses) = trial.Run(names.Count, options.Repeats, Seed.Of(options.Seed), context ?? FitContext.Default);
        return new PermutationImportances([.. names.Select((name, column) => new PermutationImportance(name, losses[column]))], trial.Metric.Name, score);
    }
}
