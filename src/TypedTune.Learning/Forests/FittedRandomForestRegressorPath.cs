namespace TypedTune.Learning;

/// <summary>
/// A forest that holds all smaller ones: those of fewer trees, less depth, more rows to split or a larger least decrease of
/// impurity. Each is, bit for bit, the forest fitted with those limits. Immutable and thread safe.
/// </summary>
/// <remarks>It takes three times the memory of a <see cref="FittedRandomForestRegressor"/>. See <see cref="RandomForestRegressor.FitPath"/>.</remarks>
public sealed class FittedRandomForestRegressorPath
{
    private readonly GrownTree[] _trees;

    internal FittedRandomForestRegressorPath(RandomForestRegressor configuration, GrownTree[] trees, FeatureNames names)
    {
        Configuration = configuration;
        FeatureNames = names;
        _trees = trees;
    }

    /// <summary>What it was grown from: the largest of the forests.</summary>
    public RandomForestRegressor Configuration { get; }

    /// <summary>The names of the columns it was grown on.</summary>
    public FeatureNames FeatureNames { get; }

    /// <summary>The forest of a configuration, without another fit.</summary>
    /// <param name="configuration">
    /// <see cref="Configuration"/> but for at most as many <see cref="RandomForestRegressor.Trees"/>, at most its <see cref="RandomForestRegressor.MaxDepth"/>,
    /// at least its <see cref="RandomForestRegressor.MinRowsToSplit"/> and <see cref="RandomForestRegressor.MinImpurityDecrease"/>.
    /// </param>
    /// <exception cref="ArgumentException">The configuration differs in something else, or goes beyond; the message says in what.</exception>
    public FittedRandomForestRegressor Limit(RandomForestRegressor configuration)
    {
        Require(configuration);
        return new FittedRandomForestRegressor(configuration, [.. _trees.Take(configuration.Trees).Select(tree => TreeLimiting.Limit(tree, configuration.Stop, classes: 0))], FeatureNames);
    }

    /// <summary>Predicts with the forests of several configurations in one traversal, which costs little more than one of them.</summary>
    /// <param name="features">M × P finite numbers, the columns as at fit; M may be 0.</param>
    /// <param name="configurations">As for <see cref="Limit"/>.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>For each configuration, what its forest predicts.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit, a number is not finite, or a configuration is not part of the path.</exception>
    public double[][] Predict(FeatureMatrix features, IReadOnlyList<RandomForestRegressor> configurations, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(configurations);
        features.RequireColumns(FeatureNames, nameof(RandomForestRegressor));
        TrainingData.RequireFinite(features, nameof(RandomForestRegressor));
        foreach (var configuration in configurations)
            Require(configuration);
        var points = new PathPoints([.. configurations.Select(configuration => configuration.Stop)], [.. configurations.Select(configuration => configuration.Trees)]);
        return PathPrediction.Mean(_trees, points, features, context ?? FitContext.Default);
    }

    private void Require(RandomForestRegressor configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ((object)configuration as ITunable)?.Validate();
        PathLimits.Require(Configuration.Trees, Configuration.Stop, configuration.Trees, configuration.Stop);
        if (Configuration with { Trees = configuration.Trees, MaxDepth = configuration.MaxDepth, MinRowsToSplit = configuration.MinRowsToSplit, MinImpurityDecrease = configuration.MinImpurityDecrease } != configuration)
            throw new ArgumentException($"The path was fitted with {Configuration}, and holds forests that differ from it in Trees, MaxDepth, MinRowsToSplit and MinImpurityDecrease alone, but was asked for {configuration}.", nameof(configuration));
    }
}
