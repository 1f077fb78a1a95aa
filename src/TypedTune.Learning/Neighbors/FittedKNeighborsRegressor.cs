namespace TypedTune.Learning;

/// <summary>Training rows with their targets. Immutable and thread safe.</summary>
public sealed class FittedKNeighborsRegressor : IFittedRegressor
{
    private readonly NeighborSearch _search;
    private readonly double[] _target;

    internal FittedKNeighborsRegressor(NeighborSearch search, double[] target)
    {
        _search = search;
        _target = target;
    }

    /// <summary>The names of the columns at fit.</summary>
    public FeatureNames FeatureNames => _search.FeatureNames;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, or a value is missing or infinite.</exception>
    public double[] Predict(FeatureMatrix features, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        var predictions = new double[features.RowCount];
        _search.ForEach(features, context, (query, rows, weights) =>
        {
            double sum = 0, total = 0;
            for (int i = 0; i < rows.Length; i++)
            {
                sum += weights[i] * _target[rows[i]];
                total += weights[i];
            }

            predictions[query] = sum / total;
        });
        return predictions;
    }
}
