namespace TypedTune.Learning;

/// <summary>A search over the configurations of an estimator; covariant, so that <see cref="SearchExtensions"/> can see the estimator's data and fitted type.</summary>
/// <typeparam name="TEstimator">The configuration.</typeparam>
/// <remarks>Not for implementing: derive nothing from it, use <see cref="GridSearch{TEstimator}"/> or <see cref="RandomizedSearch{TEstimator}"/>.</remarks>
public interface ISearch<out TEstimator>;
