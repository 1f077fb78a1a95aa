namespace TypedTune.Learning;

/// <summary>A grown random forest. Immutable and thread safe.</summary>
public sealed class FittedRandomForestRegressor : IFittedRegressor, IFeatureImportances, IPersistentModel<FittedRandomForestRegressor>
{
    private readonly GrownTree[] _trees;
    private readonly Lazy<FeatureImportances> _importances;

    internal FittedRandomForestRegressor(RandomForestRegressor configuration, GrownTree[] trees, FeatureNames names)
    {
        Configuration = configuration;
        FeatureNames = names;
        _trees = trees;
        _importances = new Lazy<FeatureImportances>(() => ImpurityImportances.Of(_trees, FeatureNames));
    }

    /// <summary>What it was grown from.</summary>
    public RandomForestRegressor Configuration { get; }

    /// <summary>The names of the columns it was grown on, which <see cref="Predict"/> asks for.</summary>
    public FeatureNames FeatureNames { get; }

    /// <summary>The number of trees.</summary>
    public int TreeCount => _trees.Length;

    /// <summary>
    /// The mean decrease in impurity: by how much the splits on a feature lower the squared error, as a share of each tree's
    /// whole decrease, averaged over the trees and normalised to add up to 1 (all 0 if no tree has a split). It is measured on the training
    /// rows and favours features with many distinct values.
    /// </summary>
    public FeatureImportances FeatureImportances => _importances.Value;

    /// <summary>The trees, in order.</summary>
    internal IReadOnlyList<GrownTree> Trees => _trees;

    private ForestDocument Document => new(Configuration, FeatureNames, [], _trees);

    /// <summary>Predicts the mean of the trees' predictions, summed in the order of the trees: the same bits on any number of threads.</summary>
    /// <param name="features">M × P finite numbers, the columns as at fit; M may be 0.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>M numbers.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a number is not finite; the message names row and column.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public double[] Predict(FeatureMatrix features, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        features.RequireColumns(FeatureNames, nameof(RandomForestRegressor));
        TrainingData.RequireLegal(features, nameof(RandomForestRegressor));
        return EnsemblePrediction.Mean(_trees, features, context ?? FitContext.Default);
    }

    /// <inheritdoc/>
    public static FittedRandomForestRegressor Load(Stream stream) => From(ForestFile.Read<RandomForestRegressor>(stream));

    /// <inheritdoc/>
    public static FittedRandomForestRegressor LoadJson(Stream stream) => From(ForestJson.Read<RandomForestRegressor>(stream));

    /// <inheritdoc/>
    public void Save(Stream stream) => ForestFile.Write(stream, Document);

    /// <inheritdoc/>
    public void SaveJson(Stream stream) => ForestJson.Write(stream, Document);

    private static FittedRandomForestRegressor From(ForestDocument document) => new((RandomForestRegressor)document.Configuration, document.Trees, document.Features);
}
