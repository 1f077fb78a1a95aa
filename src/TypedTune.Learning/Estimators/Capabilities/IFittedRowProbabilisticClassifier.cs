namespace TypedTune.Learning;

/// <summary>A fitted classifier that predicts the probabilities of one row at a time without making a matrix of it. Optional, as <see cref="IFittedRowStep{TInput, TOutput}"/>.</summary>
public interface IFittedRowProbabilisticClassifier : IFittedRowClassifier, IFittedProbabilisticClassifier
{
    /// <summary>Predicts the probabilities of a row's labels, to the same bits as <see cref="IFittedProbabilisticClassifier.PredictProbabilities"/>.</summary>
    /// <param name="row">A value a column.</param>
    /// <param name="names">The columns, those at fit.</param>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a value is illegal.</exception>
    LabelProbabilities PredictRowProbabilities(ReadOnlySpan<double> row, FeatureNames names);
}
