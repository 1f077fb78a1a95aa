namespace TypedTune.Learning;

/// <summary>A fitted classifier that predicts one row at a time without making a matrix of it. Optional, as <see cref="IFittedRowStep{TInput, TOutput}"/>.</summary>
public interface IFittedRowClassifier : IFittedClassifier
{
    /// <summary>Predicts a row's label, the same as <see cref="IFittedClassifier.Predict"/>.</summary>
    /// <param name="row">A value a column.</param>
    /// <param name="names">The columns, those at fit.</param>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a value is illegal.</exception>
    string PredictRow(ReadOnlySpan<double> row, FeatureNames names);
}
