namespace TypedTune.Learning;

/// <summary>
/// A forest that holds all smaller ones: those of fewer trees, less depth, more rows to split, a larger least decrease of
/// impurity, fewer leaves or stronger pruning. Each is, bit for bit, the forest fitted with those limits. Immutable and thread safe.
/// </summary>
/// <remarks>It takes three times the memory of a <see cref="FittedRandomForestClassifier"/>. See <see cref="RandomForestClassifier.FitSubmodels"/>.</remarks>
public sealed class FittedRandomForestClassifierSubmodels : IFittedSubmodels<RandomForestClassifier, Categories>
{
    private readonly GrownTree[] _trees;
    private readonly int _rows;
    private readonly string[] _levels;

    internal FittedRandomForestClassifierSubmodels(RandomForestClassifier configuration, GrownTree[] trees, FeatureNames names, int rows, string[] levels)
    {
        Configuration = configuration;
        FeatureNames = names;
        _rows = rows;
        _levels = levels;
        _trees = trees;
    }

    /// <summary>The configuration that it was grown with, that of the largest forest.</summary>
    public RandomForestClassifier Configuration { get; }

    /// <summary>The names of the columns it was grown on.</summary>
    public FeatureNames FeatureNames { get; }

    /// <summary>The forest of a configuration, without another fit.</summary>
    /// <param name="configuration">
    /// <see cref="Configuration"/> but for at most as many <see cref="ForestConfiguration.Trees"/>, at most its <see cref="TreeConfiguration.MaxDepth"/>,
    /// at least its <see cref="TreeConfiguration.MinRowsToSplit"/> and <see cref="TreeConfiguration.MinImpurityDecrease"/>, at most its
    /// <see cref="TreeConfiguration.MaxLeaves"/> and at least its <see cref="TreeConfiguration.PruningStrength"/>.
    /// </param>
    /// <exception cref="ArgumentException">The configuration differs in something else, or goes beyond; the message says in what.</exception>
    public FittedRandomForestClassifier Limit(RandomForestClassifier configuration)
    {
        SubmodelLimits.Require(Configuration, configuration, _rows);
        return new FittedRandomForestClassifier(configuration, [.. _trees.Take(configuration.Trees).Select(tree => TreeLimiting.Limit(tree, configuration.Stop(_rows), _levels.Length))], FeatureNames, _levels);
    }

    /// <summary>Predicts with the forests of several configurations in one traversal, which costs little more than one of them.</summary>
    /// <param name="features">M × P finite numbers, the columns as at fit; M may be 0.</param>
    /// <param name="configurations">As for <see cref="Limit"/>.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>For each configuration, what its forest predicts.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit, a number is not finite, or a configuration is not that of a submodel.</exception>
    public Categories[] Predict(FeatureMatrix features, IReadOnlyList<RandomForestClassifier> configurations, FitContext? context = null) =>
        [.. Shares(features, configurations, context).Select(shares => ClassForest.Labels(shares, _levels))];

    /// <summary>Predicts the probability of each label with the forests of several configurations in one traversal.</summary>
    /// <inheritdoc cref="Predict" path="/param"/>
    /// <inheritdoc cref="Predict" path="/exception"/>
    /// <returns>For each configuration, M × levels; see <see cref="FittedClassificationTrees.PredictProbabilities"/>.</returns>
    public FeatureMatrix[] PredictProbabilities(FeatureMatrix features, IReadOnlyList<RandomForestClassifier> configurations, FitContext? context = null) =>
        [.. Shares(features, configurations, context).Select(shares => ClassForest.Probabilities(shares, _levels))];

    private double[][] Shares(FeatureMatrix features, IReadOnlyList<RandomForestClassifier> configurations, FitContext? context)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(configurations);
        features.RequireColumns(FeatureNames, nameof(RandomForestClassifier));
        TrainingData.RequireLegal(features, nameof(RandomForestClassifier));
        var points = SubmodelPoints.Of(_trees, Configuration, configurations, _rows);
        return SubmodelPrediction.ClassShares(_trees, points, _levels.Length, features, context ?? FitContext.Default);
    }
}
