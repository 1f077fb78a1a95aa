namespace TypedTune.Learning;

/// <summary>A fitted regressor that predicts one row at a time without making a matrix of it. Optional, as <see cref="IFittedRowStep{TInput, TOutput}"/>.</summary>
public interface IFittedRowRegressor : IFittedRegressor
{
    /// <summary>Predicts the number of a row, to the same bits as <see cref="IFittedRegressor.Predict"/>.</summary>
    /// <param name="row">A value a column.</param>
    /// <param name="names">The columns, those at fit.</param>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a value is illegal.</exception>
    double PredictRow(ReadOnlySpan<double> row, FeatureNames names);
}
