namespace TypedTune.Learning;

/// <summary>
/// An estimator that predicts labels and, once fitted, how probable each is: its fitted form is an <see cref="IFittedProbabilisticClassifier"/>. Metrics of
/// probabilities, such as a log loss, are typed by it, so that they do not compile on a classifier without any.
/// </summary>
/// <remarks>Implemented by the generator for pipelines that end in such an estimator, or in a choice all of whose options are such.</remarks>
public interface IProbabilisticClassification : IClassification;
