namespace TypedTune.Learning;

/// <summary>A fitted tree or forest: importances, leaves, and the trees as values. Immutable and thread safe.</summary>
public abstract class FittedTrees : IFeatureImportances
{
    private readonly string _estimator;
    private readonly GrownTree[] _trees;
    private readonly RowForest _rowForest;
    private readonly Lazy<FeatureImportances> _importances;
    private readonly Lazy<DecisionTree[]> _decisionTrees;

    private protected FittedTrees(string estimator, GrownTree[] trees, FeatureNames names, string[] levels)
    {
        _estimator = estimator;
        _trees = trees;
        _rowForest = new RowForest(trees, names.Count);
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

    /// <summary>Takes the mean over the trees of what a row's leaves say.</summary>
    /// <param name="row">A value a column.</param>
    /// <param name="names">Its columns.</param>
    /// <param name="sums">Zeros, set to the mean.</param>
    private protected void AddLeaves(ReadOnlySpan<double> row, FeatureNames names, Span<double> sums)
    {
        RequireRow(row, names);
        Span<double> values = stackalloc double[BlockedForest.Group];
        for (int first = 0; first < _trees.Length; first += BlockedForest.Group)
        {
            var ofGroup = values[..Math.Min(BlockedForest.Group, _trees.Length - first)];
            _rowForest.FindValues(first, row, ofGroup);
            for (int tree = 0; tree < ofGroup.Length; tree++)
                AddLeaf(_trees[first + tree], ofGroup[tree], sums);
        }

        foreach (ref double sum in sums)
            sum /= _trees.Length;
    }

    /// <summary>Adds what a leaf predicts.</summary>
    private protected abstract void AddLeaf(GrownTree tree, double leaf, Span<double> sums);

    /// <summary>Refuses features that the trees were not fitted for.</summary>
    private protected void Require(FeatureMatrix features)
    {
        ArgumentNullException.ThrowIfNull(features);
        TrainingData.RequireRows(features, FeatureNames, _estimator);
    }

    private void RequireRow(ReadOnlySpan<double> row, FeatureNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (row.Length != names.Count || !names.Equals(FeatureNames))
            Require(RowPrediction.Matrix(row, names));
        for (int column = 0; column < row.Length; column++)
            TrainingData.RequireLegal(row.Slice(column, 1), names, column, _estimator);
    }
}
