namespace TypedTune.Learning;

/// <summary>A configuration that, fitted on a matrix and a number a row, predicts such numbers.</summary>
/// <remarks>Implement <see cref="IRegressor{TSelf, TFitted}"/>; this form is for properties that may hold any regressor.</remarks>
public interface IRegressor : IRegression
{
    /// <summary>Learns from N rows. The configuration itself never changes.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="target">N finite numbers.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="ArgumentException">The configuration, the features or the target is illegal.</exception>
    IFittedRegressor Fit(FeatureMatrix features, double[] target, FitContext? context = null);
}

/// <summary>A regressor whose fitted type is known.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public interface IRegressor<out TFitted> : IRegressor
    where TFitted : IFittedRegressor
{
    /// <inheritdoc cref="IRegressor.Fit"/>
    new TFitted Fit(FeatureMatrix features, double[] target, FitContext? context = null);

    IFittedRegressor IRegressor.Fit(FeatureMatrix features, double[] target, FitContext? context) => Fit(features, target, context);
}

/// <summary>A regressor that a search can tune by itself, on a <see cref="Dataset"/>.</summary>
/// <typeparam name="TSelf">The configuration.</typeparam>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public interface IRegressor<TSelf, TFitted> : IRegressor<TFitted>, IEstimator<TSelf, Dataset, TFitted>
    where TSelf : IRegressor<TSelf, TFitted>
    where TFitted : IFittedRegressor
{
    PredictionHandle<TFitted> IEstimator<TSelf, Dataset, TFitted>.Plan(IFitPlan plan, string path, DataHandle<Dataset> data)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return this is ICompositePredictor<TFitted> composite
            ? composite.Plan(plan, path, plan.Features(data))
            : plan.AddRegressor(string.IsNullOrEmpty(path) ? EstimatorName.For(this) : path, this, plan.Features(data));
    }
}
