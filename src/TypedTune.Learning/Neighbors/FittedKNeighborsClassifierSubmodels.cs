namespace TypedTune.Learning;

/// <summary>
/// Training rows with their labels, for every number of neighbours up to that of the rows and all their weights: each
/// predicts, bit for bit, as fitted by itself. Immutable and thread safe.
/// </summary>
/// <remarks>See <see cref="KNeighborsClassifier.FitSubmodels"/>.</remarks>
public sealed class FittedKNeighborsClassifierSubmodels : IFittedSubmodels<KNeighborsClassifier, Categories>
{
    private readonly NeighborSearch _search;
    private readonly Categories _target;
    private readonly string[] _levels;

    internal FittedKNeighborsClassifierSubmodels(NeighborSearch search, Categories target)
    {
        _search = search;
        _target = target;
        _levels = [.. target.Levels];
    }

    /// <summary>The names of the columns at fit.</summary>
    public FeatureNames FeatureNames => _search.FeatureNames;

    /// <summary>The model of a configuration, without another fit.</summary>
    /// <param name="configuration">Of at most as many <see cref="KNeighborsClassifier.Neighbors"/> as there were rows at fit.</param>
    /// <exception cref="ArgumentException">It asks for more, or is illegal.</exception>
    public FittedKNeighborsClassifier Limit(KNeighborsClassifier configuration)
    {
        Rule(configuration);
        return new FittedKNeighborsClassifier(this, configuration);
    }

    /// <summary>Predicts with several numbers of neighbours and weights from one search for the nearest rows, which costs little more than the largest of them.</summary>
    /// <param name="features">M × P finite numbers, the columns as at fit; M may be 0.</param>
    /// <param name="configurations">Each of at most as many <see cref="KNeighborsClassifier.Neighbors"/> as there were rows at fit.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>For each configuration, M labels.</returns>
    /// <exception cref="ArgumentException">The columns are others, a value is missing or infinite, or a configuration asks for too many neighbours.</exception>
    public Categories[] Predict(FeatureMatrix features, IReadOnlyList<KNeighborsClassifier> configurations, FitContext? context = null) =>
        Array.ConvertAll(Shares(features, configurations, context), ofMember => new Categories(_levels, Array.ConvertAll(ofMember, shares => Array.IndexOf(shares, shares.Max()))));

    /// <summary>Predicts the probability of each label: its share of the weight of the neighbours that decide.</summary>
    /// <inheritdoc cref="Predict" path="/param"/>
    /// <inheritdoc cref="Predict" path="/exception"/>
    /// <returns>For each configuration, M × levels, a column a label, named after it.</returns>
    public FeatureMatrix[] PredictProbabilities(FeatureMatrix features, IReadOnlyList<KNeighborsClassifier> configurations, FitContext? context = null) =>
        Array.ConvertAll(Shares(features, configurations, context), ofMember => FeatureMatrix.FromColumns(new FeatureNames(_levels), [.. _levels.Select((_, level) => Array.ConvertAll(ofMember, shares => shares[level]))]));

    /// <summary>Each level's share of the neighbours' weight: for each configuration a row a query.</summary>
    internal double[][][] Shares(FeatureMatrix features, IReadOnlyList<KNeighborsClassifier> configurations, FitContext? context)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(configurations);
        double[][][] result = [.. configurations.Select(_ => new double[features.RowCount][])];
        _search.ForEach(features, [.. configurations.Select(Rule)], context, (query, rule, rows, weights) =>
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
            result[rule][query] = shares;
        });
        return result;
    }

    /// <summary>Writes the training rows.</summary>
    internal void Write(ModelWriter writer)
    {
        writer.Matrix("Features", _search.Features);
        writer.Categories("Target", _target);
    }

    private NeighborRule Rule(KNeighborsClassifier configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return _search.Rule(configuration, configuration.Neighbors, configuration.Weights);
    }
}
