namespace TypedTune.Learning;

/// <summary>A grown random forest of a classification. Immutable and thread safe.</summary>
public sealed class FittedRandomForestClassifier : IFittedProbabilisticClassifier, IFeatureImportances, IPersistentModel<FittedRandomForestClassifier>
{
    private readonly GrownTree[] _trees;
    private readonly string[] _levels;
    private readonly Lazy<FeatureImportances> _importances;

    internal FittedRandomForestClassifier(RandomForestClassifier configuration, GrownTree[] trees, FeatureNames names, string[] levels)
    {
        Configuration = configuration;
        FeatureNames = names;
        _levels = levels;
        _trees = trees;
        _importances = new Lazy<FeatureImportances>(() => ImpurityImportances.Of(_trees, FeatureNames));
    }

    /// <summary>What it was grown from.</summary>
    public RandomForestClassifier Configuration { get; }

    /// <summary>The names of the columns it was grown on, which predictions ask for.</summary>
    public FeatureNames FeatureNames { get; }

    /// <summary>The labels at fit, in the order of <see cref="PredictProbabilities"/>' columns.</summary>
    public IReadOnlyList<string> Levels => _levels;

    /// <summary>The number of trees.</summary>
    public int TreeCount => _trees.Length;

    /// <summary>
    /// The mean decrease in impurity: by how much the splits on a feature lower the impurity, as a share of each tree's whole
    /// decrease, averaged over the trees and normalised to add up to 1 (all 0 if no tree has a split). It is measured on the
    /// training rows and favours features with many distinct values.
    /// </summary>
    public FeatureImportances FeatureImportances => _importances.Value;

    /// <summary>The trees, in order.</summary>
    internal IReadOnlyList<GrownTree> Trees => _trees;

    private ForestDocument Document => new(Configuration, FeatureNames, _levels, _trees);

    /// <summary>Predicts the label that is most probable; of equally probable ones the one that comes first among the levels.</summary>
    /// <inheritdoc cref="PredictProbabilities" path="/param"/>
    /// <returns>M labels; the levels are those at fit.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a number is not finite; the message names row and column.</exception>
    public Categories Predict(FeatureMatrix features, FitContext? context = null) => ClassForest.Labels(Shares(features, context), _levels);

    /// <summary>Predicts the probability of each label: the mean of the trees' shares, summed in the order of the trees, the same bits on any number of threads.</summary>
    /// <param name="features">M × P finite numbers, the columns as at fit; M may be 0.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>M × levels, a column a label, named after it.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a number is not finite; the message names row and column.</exception>
    public FeatureMatrix PredictProbabilities(FeatureMatrix features, FitContext? context = null) => ClassForest.Probabilities(Shares(features, context), _levels);

    private double[] Shares(FeatureMatrix features, FitContext? context)
    {
        ArgumentNullException.ThrowIfNull(features);
        features.RequireColumns(FeatureNames, nameof(RandomForestClassifier));
        TrainingData.RequireLegal(features, nameof(RandomForestClassifier));
        return EnsemblePrediction.ClassShares(_trees, _levels.Length, features, context ?? FitContext.Default);
    }

    /// <inheritdoc/>
    public static FittedRandomForestClassifier Load(Stream stream) => From(ForestFile.Read<RandomForestClassifier>(stream));

    /// <inheritdoc/>
    public static FittedRandomForestClassifier LoadJson(Stream stream) => From(ForestJson.Read<RandomForestClassifier>(stream));

    /// <inheritdoc/>
    public void Save(Stream stream) => ForestFile.Write(stream, Document);

    /// <inheritdoc/>
    public void SaveJson(Stream stream) => ForestJson.Write(stream, Document);

    private static FittedRandomForestClassifier From(ForestDocument document) => new((RandomForestClassifier)document.Configuration, document.Trees, document.Features, document.Classes);
}
