namespace TypedTune.Learning;

/// <summary>Training rows with their labels. Immutable and thread safe.</summary>
public sealed class FittedKNeighborsClassifier : IFittedClassifier
{
    private readonly NeighborSearch _search;
    private readonly Categories _target;
    private readonly string[] _levels;

    internal FittedKNeighborsClassifier(NeighborSearch search, Categories target)
    {
        _search = search;
        _target = target;
        _levels = [.. target.Levels];
    }

    /// <summary>The names of the columns at fit.</summary>
    public FeatureNames FeatureNames => _search.FeatureNames;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, or a value is missing or infinite.</exception>
    public Categories Predict(FeatureMatrix features, FitContext? context = null) =>
        new(_levels, Array.ConvertAll(Shares(features, context), shares => Array.IndexOf(shares, shares.Max())));

    /// <summary>Each level's share of the neighbours' weight, a row a query.</summary>
    internal double[][] Shares(FeatureMatrix features, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        var result = new double[features.RowCount][];
        _search.ForEach(features, context, (query, rows, weights) =>
        {
            var shares = new double[_levels.Length];
            double total = 0;
            for (int i = 0; i < rows.Length; i++)
            {
                shares[_target.Codes[rows[i]]] += weights[i];
                total += weights[i];
            }

            foreach (ref double share in shares.AsSpan())
                share /= total;
            result[query] = shares;
        });
        return result;
    }
}
