namespace TypedTune.Learning;

/// <summary>
/// Training rows with their targets, for every number of neighbours up to that of the rows and all their weights: each
/// predicts, bit for bit, as fitted by itself. Immutable and thread safe.
/// </summary>
/// <remarks>See <see cref="KNeighborsRegressor.FitSubmodels"/>.</remarks>
public sealed class FittedKNeighborsRegressorSubmodels : IFittedSubmodels<KNeighborsRegressor, double[]>
{
    // The power of two up to which there are rows: so much smaller targets add up to a number in any case.
    private const int MostNeighbors = 32;

    private readonly NeighborSearch _search;
    private readonly double[] _target;

    internal FittedKNeighborsRegressorSubmodels(NeighborSearch search, double[] target)
    {
        _search = search;
        _target = target;
    }

    /// <summary>The names of the columns at fit.</summary>
    public FeatureNames FeatureNames => _search.FeatureNames;

    /// <summary>The model of a configuration, without another fit.</summary>
    /// <param name="configuration">Of at most as many <see cref="KNeighborsRegressor.Neighbors"/> as there were rows at fit.</param>
    /// <exception cref="ArgumentException">It asks for more, or is illegal.</exception>
    public FittedKNeighborsRegressor Limit(KNeighborsRegressor configuration)
    {
        Rule(configuration);
        return new FittedKNeighborsRegressor(this, configuration);
    }

    /// <summary>Predicts with several numbers of neighbours and weights from one search for the nearest rows, which costs little more than the largest of them.</summary>
    /// <param name="features">M × P finite numbers, the columns as at fit; M may be 0.</param>
    /// <param name="configurations">Each of at most as many <see cref="KNeighborsRegressor.Neighbors"/> as there were rows at fit.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>For each configuration, M numbers.</returns>
    /// <exception cref="ArgumentException">The columns are others, a value is missing or infinite, or a configuration asks for too many neighbours.</exception>
    public double[][] Predict(FeatureMatrix features, IReadOnlyList<KNeighborsRegressor> configurations, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(configurations);
        double[][] predictions = [.. configurations.Select(_ => new double[features.RowCount])];
        _search.ForEach(features, [.. configurations.Select(Rule)], context, (query, rule, rows, weights) =>
        {
            double mean = Mean(rows, weights, 0);
            predictions[rule][query] = double.IsFinite(mean) ? mean : Math.ScaleB(Mean(rows, weights, -MostNeighbors), MostNeighbors);
        });
        return predictions;
    }

    /// <summary>Writes the training rows.</summary>
    internal void Write(ModelWriter writer)
    {
        writer.Matrix("Features", _search.Features);
        writer.Numbers("Target", _target);
    }

    // The weighted mean of targets times a power of two.
    private double Mean(ReadOnlySpan<int> rows, ReadOnlySpan<double> weights, int power)
    {
        double sum = 0, total = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            sum += weights[i] * (power == 0 ? _target[rows[i]] : Math.ScaleB(_target[rows[i]], power));
            total += weights[i];
        }

        return sum / total;
    }

    private NeighborRule Rule(KNeighborsRegressor configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return _search.Rule(configuration, configuration.Neighbors, configuration.Weights);
    }
}
