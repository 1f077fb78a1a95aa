namespace TypedTune.Learning;

/// <summary>Tests whether a model has learned anything. The estimator's data and fitted type are found by the compiler.</summary>
public static class PermutationTestExtensions
{
    /// <summary>
    /// Compares a configuration's cross-validated score with those that it has when the targets are put in random order, so that features say nothing of
    /// them (Ojala and Garriga, "Permutation tests for studying classifier performance", Journal of Machine Learning Research 11, 2010, test 1).
    /// </summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="model">The configuration; chosen on other rows, or before any were looked at.</param>
    /// <param name="data">N rows with their target.</param>
    /// <param name="evaluation">How rows are held back, as in a search. Folds that depend on the targets are made anew for each permutation.</param>
    /// <param name="metric">The metric that scores the predictions.</param>
    /// <param name="options">The number of permutations, the seed and the threads. Default: 100 permutations on all processors.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The same bits at any number of threads.</returns>
    /// <remarks>
    /// <para>Scores and p-value are defined as scikit-learn's <c>permutation_test_score</c>; which orders are drawn is this library's own choice. A small p-value says
    /// that features and target depend on each other and that the model makes use of it, not that it is any good.</para>
    /// <para>Steps before the last see no target, and are fitted once a fold for all permutations of it as far as memory allows, unless the folds depend on the
    /// targets. Weights stay with their rows.</para>
    /// </remarks>
    /// <exception cref="FitException">A step or a metric failed; the message names it and the fold.</exception>
    /// <exception cref="ArgumentException">There are fewer rows than folds, or a target is missing.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PermutationTestResult PermutationTest<TSelf, TData, TFitted>(
        this IEstimator<TSelf, TData, TFitted> model,
        TData data,
        IEvaluation evaluation,
        IMetric<TSelf> metric,
        PermutationTestOptions? options = null,
        CancellationToken cancellationToken = default)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(metric);
        data.RequireLearnable();
        options ??= new PermutationTestOptions();
        return new PermutationRun<TSelf, TData, TFitted>(model, data, evaluation, metric) { Seed = Seed.Of(options.Seed), Threads = options.Threads }.Run(options.Permutations, cancellationToken);
    }
}
