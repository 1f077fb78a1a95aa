namespace TypedTune.Learning;

/// <summary>A grown classification tree. Immutable and thread safe.</summary>
public sealed class FittedDecisionTreeClassifier : IFittedProbabilisticClassifier, IFeatureImportances, IPersistentModel<FittedDecisionTreeClassifier>
{
    private readonly GrownTree _tree;
    private readonly string[] _levels;
    private readonly Lazy<FeatureImportances> _importances;

    internal FittedDecisionTreeClassifier(DecisionTreeClassifier configuration, FeatureNames names, string[] levels, GrownTree tree)
    {
        Configuration = configuration;
        FeatureNames = names;
        _levels = levels;
        _tree = tree;
        _importances = new Lazy<FeatureImportances>(() => ImpurityImportances.Of([_tree], FeatureNames));
    }

    /// <summary>What it was grown from.</summary>
    public DecisionTreeClassifier Configuration { get; }

    /// <summary>The names of the columns it was grown on, which predictions ask for.</summary>
    public FeatureNames FeatureNames { get; }

    /// <summary>The labels at fit, in the order of <see cref="PredictProbabilities"/>' columns.</summary>
    public IReadOnlyList<string> Levels => _levels;

    /// <summary>The most splits on a path from the root.</summary>
    public int Depth => _tree.Depth;

    /// <summary>The number of leaves.</summary>
    public int LeafCount => _tree.LeafCount;

    /// <summary>
    /// The mean decrease in impurity: by how much the splits on a feature lower the impurity, as a share of the tree's whole
    /// decrease (all 0 if it has no split). It is measured on the training rows and favours features with many distinct values.
    /// </summary>
    public FeatureImportances FeatureImportances => _importances.Value;

    /// <summary>The tree.</summary>
    internal GrownTree Tree => _tree;

    private ForestDocument Document => new(Configuration, FeatureNames, _levels, [_tree]);

    /// <summary>Predicts the label that is most probable; of equally probable ones the one that comes first among the levels.</summary>
    /// <inheritdoc cref="PredictProbabilities" path="/param"/>
    /// <returns>M labels; the levels are those at fit.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a number is not finite; the message names row and column.</exception>
    public Categories Predict(FeatureMatrix features, FitContext? context = null) => ClassForest.Labels(Shares(features, context), _levels);

    /// <summary>Predicts the probability of each label: its share among the training rows of the leaf.</summary>
    /// <param name="features">M × P finite numbers, the columns as at fit; M may be 0.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>M × levels, a column a label, named after it.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a number is not finite; the message names row and column.</exception>
    public FeatureMatrix PredictProbabilities(FeatureMatrix features, FitContext? context = null) => ClassForest.Probabilities(Shares(features, context), _levels);

    private double[] Shares(FeatureMatrix features, FitContext? context)
    {
        ArgumentNullException.ThrowIfNull(features);
        features.RequireColumns(FeatureNames, nameof(DecisionTreeClassifier));
        TrainingData.RequireLegal(features, nameof(DecisionTreeClassifier));
        return EnsemblePrediction.ClassShares([_tree], _levels.Length, features, context ?? FitContext.Default);
    }

    /// <inheritdoc/>
    public static FittedDecisionTreeClassifier Load(Stream stream) => From(ForestFile.Read<DecisionTreeClassifier>(stream));

    /// <inheritdoc/>
    public static FittedDecisionTreeClassifier LoadJson(Stream stream) => From(ForestJson.Read<DecisionTreeClassifier>(stream));

    /// <inheritdoc/>
    public void Save(Stream stream) => ForestFile.Write(stream, Document);

    /// <inheritdoc/>
    public void SaveJson(Stream stream) => ForestJson.Write(stream, Document);

    private static FittedDecisionTreeClassifier From(ForestDocument document) => new((DecisionTreeClassifier)document.Configuration, document.Features, document.Classes, document.Trees[0]);
}
