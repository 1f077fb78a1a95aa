namespace TypedTune.Learning;

/// <summary>A fitted classification tree or forest: its predictions, and what each feature contributes to them. Immutable and thread safe.</summary>
public abstract class FittedClassificationTrees : FittedTrees, IFittedRowProbabilisticClassifier
{
    private readonly string[] _levels;

    private protected FittedClassificationTrees(string estimator, GrownTree[] trees, FeatureNames names, string[] levels)
        : base(estimator, trees, names, levels) => _levels = levels;

    /// <summary>The labels at fit, in the order of <see cref="PredictProbabilities"/>' columns.</summary>
    public IReadOnlyList<string> Levels => _levels;

    /// <summary>Predicts the label that is most probable; of equally probable ones the one that comes first among the levels.</summary>
    /// <inheritdoc cref="PredictProbabilities" path="/param"/>
    /// <inheritdoc cref="PredictProbabilities" path="/exception"/>
    /// <returns>M labels; the levels are those at fit.</returns>
    public Categories Predict(FeatureMatrix features, FitContext? context = null) => ClassForest.Labels(Shares(features, context), _levels);

    /// <summary>
    /// Predicts the probability of each label: its share among the training rows of the leaf; in a forest the mean of that over
    /// the trees, summed in their order: the same bits on any number of threads.
    /// </summary>
    /// <param name="features">M × P numbers, none infinite, the columns as at fit; M may be 0.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>M × levels, a column a label, named after it.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a number is illegal; the message names row and column.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public FeatureMatrix PredictProbabilities(FeatureMatrix features, FitContext? context = null) => ClassForest.Probabilities(Shares(features, context), _levels);

    /// <inheritdoc/>
    public string PredictRow(ReadOnlySpan<double> row, FeatureNames names)
    {
        Span<double> shares = _levels.Length <= RowPrediction.OnStack ? stackalloc double[_levels.Length] : new double[_levels.Length];
        shares.Clear();
        AddLeaves(row, names, shares);
        return _levels[ClassForest.MostProbable(shares)];
    }

    /// <inheritdoc/>
    public LabelProbabilities PredictRowProbabilities(ReadOnlySpan<double> row, FeatureNames names)
    {
        var shares = new double[_levels.Length];
        AddLeaves(row, names, shares);
        return new LabelProbabilities(_levels, shares);
    }

    /// <summary>Takes each row's probabilities apart into what its features contribute.</summary>
    /// <param name="features">M × P numbers, none infinite, the columns as at fit; M may be 0.</param>
    /// <param name="method">How. Default: <see cref="ContributionMethod.Path"/>.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>
    /// For each of <see cref="Levels"/>, in order, a bias that all rows share and M × P contributions; they add up to the label's
    /// probability, and over the labels each feature's contributions to a row add up to 0, within rounding.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is not one of those declared.</exception>
    /// <inheritdoc cref="PredictProbabilities" path="/exception"/>
    public IReadOnlyList<Contributions> Contributions(FeatureMatrix features, ContributionMethod method = ContributionMethod.Path, FitContext? context = null)
    {
        Require(features);
        return TreeContributions.Of(Ensemble, features, method, context ?? FitContext.Default);
    }

    /// <inheritdoc/>
    private protected override void AddLeaf(GrownTree tree, double leaf, Span<double> sums) => LeafDistribution.AddTo(leaf, tree.Distributions, sums);

    private double[] Shares(FeatureMatrix features, FitContext? context)
    {
        Require(features);
        return EnsemblePrediction.ClassShares(Trees, _levels.Length, features, context ?? FitContext.Default);
    }
}
