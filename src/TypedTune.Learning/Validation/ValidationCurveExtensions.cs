using System.Runtime.ExceptionServices;

namespace TypedTune.Learning;

/// <summary>Shows how scores depend on one hyperparameter. The estimator's data and fitted type are found by the compiler.</summary>
public static class ValidationCurveExtensions
{
    /// <summary>
    /// Scores each value of one hyperparameter on validation rows and on training rows: a <see cref="GridSearch{TEstimator}"/> with
    /// <see cref="Search{TEstimator}.TrainingScores"/>, which fits what values share once, as submodels too.
    /// </summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="grid">A grid over one hyperparameter, as <c>p.Forest.MaxDepth.In(1, 2, 4, 8)</c>.</param>
    /// <param name="data">N rows with their target.</param>
    /// <param name="evaluation">How rows are held back, as in a search.</param>
    /// <param name="metric">The metric that scores the predictions.</param>
    /// <param name="threads">How many threads work, at least 1. Default: one a processor.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The same bits at any number of threads.</returns>
    /// <remarks>A value that fails is thrown, the first in the order of the grid; run the search itself to have failures recorded.</remarks>
    /// <exception cref="FitException">A step or a metric failed; the message names it and the fold.</exception>
    /// <exception cref="ArgumentException">The grid varies no hyperparameter or several, or is empty; there are fewer rows than folds, or a target is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ValidationCurve<TSelf> ValidationCurve<TSelf, TData, TFitted>(
        this IGrid<IEstimator<TSelf, TData, TFitted>> grid,
        TData data,
        IEvaluation evaluation,
        IMetric<TSelf> metric,
        int? threads = null,
        CancellationToken cancellationToken = default)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(metric);
        var values = grid as Grid<TSelf> ?? throw new ArgumentException("The estimator must name itself as IEstimator's first type argument.", nameof(grid));
        if (values.Parameters.Count != 1)
            throw new ArgumentException($"A validation curve is over one hyperparameter, but the grid varies {(values.Parameters.Count == 0 ? "none" : string.Join(", ", values.Parameters.Select(varied => varied.Path)))}. Run a {nameof(GridSearch<TSelf>)} with {nameof(Search<TSelf>.TrainingScores)} over several.", nameof(grid));
        var search = new GridSearch<TSelf>(values) { Evaluation = evaluation, Scoring = metric, TrainingScores = true, Refit = false, Threads = threads };
        var run = new SearchStudy<TSelf, TData, TFitted>(search, data);
        var trials = run.Run(cancellationToken).Trials;
        cancellationToken.ThrowIfCancellationRequested();
        if (trials.FirstOrDefault(trial => trial.Error is not null) is { } failed)
            ExceptionDispatchInfo.Throw(failed.Error!);
        var parameter = values.Parameters[0];
        return new(parameter.Path, metric.Name, metric.Direction, [.. trials.Select(trial => new ValidationCurvePoint<TSelf>(parameter.Format(trial.Configuration) ?? "", trial))]);
    }
}
