namespace TypedTune.Learning;

/// <summary>
/// A configuration that a search can fit and score. It adds its steps to a plan, and the engine fits each distinct step
/// once.
/// </summary>
/// <typeparam name="TSelf">The configuration.</typeparam>
/// <typeparam name="TData">The data that it learns from: a <see cref="Table{TRow}"/> or a <see cref="Dataset"/>.</typeparam>
/// <typeparam name="TFitted">The fitted object.</typeparam>
/// <remarks>Generated for pipelines; inherited from <see cref="IRegressor{TSelf, TFitted}"/> and <see cref="IClassifier{TSelf, TFitted}"/> by other estimators.</remarks>
public interface IEstimator<TSelf, TData, TFitted>
    where TData : IDataset<TData>
{
    /// <summary>Adds the steps of this configuration to a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="path">This estimator's own path; empty at the root.</param>
    /// <param name="data">The rows.</param>
    /// <returns>The step whose predictions are scored.</returns>
    PredictionHandle<TFitted> Plan(IFitPlan plan, string path, DataHandle<TData> data);
}
