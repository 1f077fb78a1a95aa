namespace TypedTune.Learning;

/// <summary>A grown regression tree. Immutable and thread safe.</summary>
public sealed class FittedDecisionTreeRegressor : IFittedRegressor, IFeatureImportances, IPersistentModel<FittedDecisionTreeRegressor>
{
    private readonly Lazy<FeatureImportances> _importances;

    internal FittedDecisionTreeRegressor(DecisionTreeRegressor configuration, FeatureNames names, GrownTree tree)
    {
        Configuration = configuration;
        FeatureNames = names;
        Tree = tree;
        _importances = new Lazy<FeatureImportances>(() => ImpurityImportances.Of([Tree], FeatureNames));
    }

    /// <summary>What it was grown from.</summary>
    public DecisionTreeRegressor Configuration { get; }

    /// <summary>The names of the columns it was grown on, which <see cref="Predict"/> asks for.</summary>
    public FeatureNames FeatureNames { get; }

    /// <summary>The number of nodes, splits and leaves, at least 1.</summary>
    public int NodeCount => Tree.Nodes.Length;

    /// <summary>The number of leaves, at least 1: one more than there are splits.</summary>
    public int LeafCount => Tree.LeafCount;

    /// <summary>The most splits on a path from the root; 0 if the tree is one leaf.</summary>
    public int Depth => Tree.Depth;

    /// <summary>
    /// The decrease in impurity: by how much the splits on a feature lower the squared error, as a share of the whole
    /// decrease (all 0 if there is no split). It is measured on the training rows and favours features with many distinct values.
    /// </summary>
    public FeatureImportances FeatureImportances => _importances.Value;

    /// <summary>The tree.</summary>
    internal GrownTree Tree { get; }

    private ForestDocument Document => new(Configuration, FeatureNames, [], [Tree]);

    /// <summary>Predicts the mean target of the training rows in each row's leaf.</summary>
    /// <param name="features">M × P finite numbers, the columns as at fit; M may be 0.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>M numbers.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a number is not finite; the message names row and column.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public double[] Predict(FeatureMatrix features, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        features.RequireColumns(FeatureNames, nameof(DecisionTreeRegressor));
        TrainingData.RequireLegal(features, nameof(DecisionTreeRegressor));
        return EnsemblePrediction.Mean([Tree], features, context ?? FitContext.Default);
    }

    /// <inheritdoc/>
    public static FittedDecisionTreeRegressor Load(Stream stream) => From(ForestFile.Read<DecisionTreeRegressor>(stream));

    /// <inheritdoc/>
    public static FittedDecisionTreeRegressor LoadJson(Stream stream) => From(ForestJson.Read<DecisionTreeRegressor>(stream));

    /// <inheritdoc/>
    public void Save(Stream stream) => ForestFile.Write(stream, Document);

    /// <inheritdoc/>
    public void SaveJson(Stream stream) => ForestJson.Write(stream, Document);

    private static FittedDecisionTreeRegressor From(ForestDocument document) => new((DecisionTreeRegressor)document.Configuration, document.Features, document.Trees[0]);
}
