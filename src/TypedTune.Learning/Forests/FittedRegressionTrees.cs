namespace TypedTune.Learning;

/// <summary>A fitted regression tree or forest: its predictions, and what each feature contributes to them. Immutable and thread safe.</summary>
public abstract class FittedRegressionTrees : FittedTrees, IFittedRowRegressor
{
    private protected FittedRegressionTrees(string estimator, GrownTree[] trees, FeatureNames names)
        : base(estimator, trees, names, [])
    {
    }

    /// <summary>
    /// Predicts the mean target of the training rows in each row's leaf; in a forest the mean of that over the trees, summed in their
    /// order: the same bits on any number of threads.
    /// </summary>
    /// <param name="features">M × P numbers, none infinite, the columns as at fit; M may be 0.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>M numbers.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a number is illegal; the message names row and column.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public double[] Predict(FeatureMatrix features, FitContext? context = null)
    {
        Require(features);
        return EnsemblePrediction.Mean(Trees, features, context ?? FitContext.Default);
    }

    /// <inheritdoc/>
    public double PredictRow(ReadOnlySpan<double> row, FeatureNames names)
    {
        double prediction = 0;
        AddLeaves(row, names, new Span<double>(ref prediction));
        return prediction;
    }

    /// <summary>Takes each row's prediction apart into what its features contribute.</summary>
    /// <param name="features">M × P numbers, none infinite, the columns as at fit; M may be 0.</param>
    /// <param name="method">How. Default: <see cref="ContributionMethod.Path"/>.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>A bias that all rows share, and M × P contributions in the target's unit; they add up to <see cref="Predict"/>, within rounding.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is not one of those declared.</exception>
    /// <inheritdoc cref="Predict" path="/exception"/>
    public Contributions Contributions(FeatureMatrix features, ContributionMethod method = ContributionMethod.Path, FitContext? context = null)
    {
        Require(features);
        return TreeContributions.Of(Ensemble, features, method, context ?? FitContext.Default)[0];
    }

    /// <inheritdoc/>
    private protected override void AddLeaf(GrownTree tree, double leaf, Span<double> sums) => sums[0] += leaf;
}
