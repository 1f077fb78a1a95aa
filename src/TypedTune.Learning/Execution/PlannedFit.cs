namespace TypedTune.Learning;

/// <summary>Fits an estimator, a step or a predictor that is made of steps, outside of a search, by planning the fits and running the plan. Generated code calls it.</summary>
public static class PlannedFit
{
    /// <summary>Fits an estimator.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">The data that it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="estimator">The configuration.</param>
    /// <param name="data">All rows to learn from.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="FitException">A step failed; the message names it.</exception>
    /// <exception cref="ArgumentException">There are no rows, or a target is missing.</exception>
    public static TFitted Fit<TSelf, TData, TFitted>(IEstimator<TSelf, TData, TFitted> estimator, TData data, FitContext? context = null)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(estimator);
        data.RequireLearnable();
        var task = FitTask.Whole(data.Roles);
        var planner = new FitPlanner<TData>(data, task);
        var last = estimator.Plan(planner, "", planner.Source);
        return (TFitted)Run(planner, last, task, FitSource.From(data), context);
    }

    /// <summary>Fits a step made of steps.</summary>
    /// <typeparam name="TInput">The input that it reads.</typeparam>
    /// <typeparam name="TOutput">The output that it makes.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="step">The configuration.</param>
    /// <param name="input">The training rows.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="FitException">An inner step failed; the message names it.</exception>
    public static TFitted Fit<TInput, TOutput, TFitted>(ICompositeStep<TInput, TOutput, TFitted> step, TInput input, FitContext? context = null)
        where TFitted : IFittedStep<TInput, TOutput>
    {
        ArgumentNullException.ThrowIfNull(step);
        var task = FitTask.Whole(new RowRoles(Targets.Of(Array.Empty<double>())));
        var planner = new FitPlanner<TInput>(input, task);
        var last = step.Plan(planner, "", planner.Source);
        return (TFitted)Run(planner, last, task, new FitSource<TInput>(input, take: null), context);
    }

    /// <summary>Fits a predictor made of steps.</summary>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="predictor">The configuration.</param>
    /// <param name="features">N × P.</param>
    /// <param name="targets">N targets.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="FitException">An inner step failed; the message names it.</exception>
    public static TFitted Fit<TFitted>(ICompositePredictor<TFitted> predictor, FeatureMatrix features, Targets targets, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(targets);
        var task = FitTask.Whole(new RowRoles(targets));
        var planner = new FitPlanner<FeatureMatrix>(features, task);
        var last = predictor.Plan(planner, "", planner.Source);
        return (TFitted)Run(planner, last, task, FitSource.From(features), context);
    }

    private static object Run<T>(FitPlanner<T> planner, FitHandle last, FitTask task, FitSource source, FitContext? context)
    {
        var units = WholeRun.Run(planner.Complete(), source, [(planner.NodeOf(last), task)], context ?? FitContext.Default, namesFolds: false);
        return ((FitResult)units[0].Result!).Fitted!;
    }
}
