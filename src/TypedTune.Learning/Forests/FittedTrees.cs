namespace TypedTune.Learning;

/// <summary>A fitted tree or forest: importances, leaves, and the trees as values. Immutable and thread safe.</summary>
public abstract class FittedTrees : IFeatureImportances
{
    private readonly string _estimator;
    private readonly Lazy<FeatureImportances> _importances;
    private readonly Lazy<DecisionTree[]> _decisionTrees;

    private protected FittedTrees(string estimator, GrownTree[] trees, FeatureNames names, string[] levels)
    {
        _estimator = estimator;
        Ensemble = new TreeEnsemble(trees, names, levels.Length);
        _importances = new Lazy<FeatureImportances>(() => ImpurityImportances.Of(Trees, FeatureNames));
        _decisionTrees = new Lazy<DecisionTree[]>(() => Array.ConvertAll(trees, tree => new DecisionTree(tree, names, levels)));
    }

    /// <summary>The names of the columns at fit; features given to this object must have the same.</summary>
    public FeatureNames FeatureNames => Ensemble.FeatureNames;

    /// <summary>
    /// The mean decrease in impurity: by how much the splits on a feature lower the impurity, as a share of each tree's whole
    /// decrease, averaged over the trees and normalised to add up to 1 (all 0 if no tree has a split). It is measured on the training
    /// rows and favours features with many distinct values.
    /// </summary>
    public FeatureImportances FeatureImportances => _importances.Value;

    /// <summary>The trees as values, in order: their splits and leaves, to be walked or printed. Made when first asked for.</summary>
    public IReadOnlyList<DecisionTree> DecisionTrees => _decisionTrees.Value;

    /// <summary>The trees, in order.</summary>
    internal IReadOnlyList<GrownTree> Trees => Ensemble.Trees;

    /// <summary>The trees with the names of their columns and the number of classes.</summary>
    private protected TreeEnsemble Ensemble { get; }

    /// <summary>Finds the leaf that each row ends in, in each tree (scikit-learn's <c>apply</c>). Rows that share many leaves are alike to the model.</summary>
    /// <param name="features">M × P numbers, none infinite, the columns as at fit; M may be 0.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>
    /// For each tree an array of M numbers: <see cref="DecisionNode.Index"/> of the leaf among that tree's nodes, splits
    /// included, as in scikit-learn (whose order of nodes is another).
    /// </returns>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a number is illegal; the message names row and column.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public int[][] LeafIndices(FeatureMatrix features, FitContext? context = null)
    {
        Require(features);
        return EnsemblePrediction.Leaves(Trees, features, context ?? FitContext.Default);
    }

    /// <summary>Refuses features that the trees were not fitted for.</summary>
    private protected void Require(FeatureMatrix features)
    {
        ArgumentNullException.ThrowIfNull(features);
        TrainingData.RequireRows(features, FeatureNames, _estimator);
    }
}
