namespace TypedTune.Learning;

/// <summary>
/// A predictor that can predict while it is fitted, and so need not hold its model as a whole. A search uses it where it needs
/// predictions only.
/// </summary>
/// <typeparam name="TTarget">An array of numbers for a regressor, <see cref="Categories"/> for a classifier.</typeparam>
internal interface IFitPredict<TTarget>
{
    /// <summary>Whether the model is never held as a whole when this many values are predicted.</summary>
    /// <param name="values">M × P, of all rows that are predicted together.</param>
    bool HoldsNoModel(long values);

    /// <summary>Learns from N rows and predicts others: the same bits as a fit and a prediction after it.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="target">N targets.</param>
    /// <param name="rows">The sets of rows to predict, each with P columns.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <returns>A target a row, for each of <paramref name="rows"/>.</returns>
    TTarget[] FitPredict(FeatureMatrix features, TTarget target, IReadOnlyList<FeatureMatrix> rows, FitContext context);
}
