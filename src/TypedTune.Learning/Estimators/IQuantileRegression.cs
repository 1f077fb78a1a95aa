namespace TypedTune.Learning;

/// <summary>
/// An estimator that predicts numbers and, once fitted, quantiles of the target: its fitted form is an <see cref="IFittedQuantileRegressor"/>. Metrics of quantiles,
/// such as an <see cref="IntervalScore"/>, are typed by it, so that they do not compile on a regressor without any.
/// </summary>
/// <remarks>Implemented by the generator for pipelines that end in such an estimator, or in a choice all of whose options are such.</remarks>
public interface IQuantileRegression : IRegression;
