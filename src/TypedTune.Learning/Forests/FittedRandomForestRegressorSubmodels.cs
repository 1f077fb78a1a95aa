namespace TypedTune.Learning;

/// <summary>
/// A forest that holds all smaller ones: those of fewer trees, less depth, more rows to split, a larger least decrease of
/// impurity, fewer leaves or stronger pruning. Each is, bit for bit, the forest fitted with those limits. Immutable and thread safe.
/// </summary>
/// <remarks>It takes three times the memory of a <see cref="FittedRandomForestRegressor"/>. See <see cref="RandomForestRegressor.FitSubmodels"/>.</remarks>
public sealed class FittedRandomForestRegressorSubmodels : IFittedSubmodels<RandomForestRegressor, double[]>
{
    private readonly GrownTree[] _trees;
    private readonly int _rows;

    internal FittedRandomForestRegressorSubmodels(RandomForestRegressor configuration, GrownTree[] trees, FeatureNames names, int rows)
    {
        Configuration = configuration;
        FeatureNames = names;
        _rows = rows;
        _trees = trees;
    }

    /// <summary>The configuration that it was grown with, that of the largest forest.</summary>
    public RandomForestRegressor Configuration { get; }

    /// <summary>The names of the columns it was grown on.</summary>
    public FeatureNames FeatureNames { get; }

    /// <summary>The trees, with traits.</summary>
    internal IReadOnlyList<GrownTree> Trees => _trees;

    /// <summary>The forest of a configuration, without another fit.</summary>
    /// <param name="configuration">
    /// <see cref="Configuration"/> but for at most as many <see cref="ForestConfiguration.Trees"/>, at most its <see cref="TreeConfiguration.MaxDepth"/>,
    /// at least its <see cref="TreeConfiguration.MinRowsToSplit"/> and <see cref="TreeConfiguration.MinImpurityDecrease"/>, at most its
    /// <see cref="TreeConfiguration.MaxLeaves"/> and at least its <see cref="TreeConfiguration.PruningStrength"/>.
    /// </param>
    /// <exception cref="ArgumentException">The configuration differs in something else, or goes beyond; the message says in what.</exception>
    public FittedRandomForestRegressor Limit(RandomForestRegressor configuration)
    {
        SubmodelLimits.Require(Configuration, configuration, _rows);
        return new FittedRandomForestRegressor(configuration, [.. _trees.Take(configuration.Trees).Select(tree => TreeLimiting.Limit(tree, configuration.Stop(_rows), classes: 0))], FeatureNames);
    }

    /// <summary>Predicts with the forests of several configurations in one traversal, which costs little more than one of them.</summary>
    /// <param name="features">M × P finite numbers, the columns as at fit; M may be 0.</param>
    /// <param name="configurations">As for <see cref="Limit"/>.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>For each configuration, what its forest predicts.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit, a number is not finite, or a configuration is not that of a submodel.</exception>
    public double[][] Predict(FeatureMatrix features, IReadOnlyList<RandomForestRegressor> configurations, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(configurations);
        features.RequireColumns(FeatureNames, nameof(RandomForestRegressor));
        TrainingData.RequireLegal(features, nameof(RandomForestRegressor));
        var points = SubmodelPoints.Of(_trees, Configuration, configurations, _rows);
        return SubmodelPrediction.Mean(_trees, points, features, context ?? FitContext.Default);
    }
}
