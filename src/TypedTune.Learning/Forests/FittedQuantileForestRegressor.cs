using System.Globalization;

namespace TypedTune.Learning;

/// <summary>A fitted forest that predicts the target's whole distribution, not only its mean. Immutable and thread safe.</summary>
/// <remarks>
/// For a row x, a training row counts as much as the mean over the trees of its share in the leaf of x, by weight. The predicted
/// distribution is that of the training targets so weighed.
/// </remarks>
public sealed class FittedQuantileForestRegressor : FittedRegressionTrees, IFittedQuantileRegressor, IPersistentModel<FittedQuantileForestRegressor>
{
    internal FittedQuantileForestRegressor(QuantileForestRegressor configuration, GrownTree[] trees, FeatureNames names, LeafTargets leaves)
        : base(nameof(QuantileForestRegressor), trees, names)
    {
        Configuration = configuration;
        Leaves = leaves;
    }

    /// <summary>The configuration that it was grown with.</summary>
    public QuantileForestRegressor Configuration { get; }

    /// <summary>The targets in the leaves.</summary>
    internal LeafTargets Leaves { get; }

    /// <summary>The number of trees.</summary>
    public int TreeCount => Trees.Count;

    /// <summary>
    /// Predicts quantiles: the smallest training target at which the predicted distribution reaches the quantile, not
    /// interpolated, as in the paper. 0 gives the smallest target with a weight, 1 the largest.
    /// </summary>
    /// <param name="features">M × P numbers, none infinite, the columns as at fit; M may be 0.</param>
    /// <param name="quantiles">Q numbers from 0 to 1, both included, in any order.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>M × Q, a column a quantile, named after it, as <c>0.05</c>. The same bits on any number of threads.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A quantile is outside, or not a number.</exception>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a number is illegal; the message names row and column.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public FeatureMatrix PredictQuantiles(FeatureMatrix features, IReadOnlyList<double> quantiles, FitContext? context = null)
    {
        Require(features);
        ArgumentNullException.ThrowIfNull(quantiles);
        foreach (double quantile in quantiles)
        {
            if (!(quantile is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(quantiles), quantile, $"A quantile must be from 0 to 1, but is {Text(quantile)}. For percents, divide by 100.");
        }

        var values = LeafQuantiles.Of(Trees, Leaves, features, [.. quantiles], context ?? FitContext.Default);
        return FeatureMatrix.FromColumnMajor(values, features.RowCount, new FeatureNames(quantiles.Select(Text)));
    }

    /// <summary>Predicts an interval for the target of each row: between the quantiles that leave out as much below as above.</summary>
    /// <param name="features">M × P numbers, none infinite, the columns as at fit; M may be 0.</param>
    /// <param name="coverage">How much of the predicted distribution the interval holds, above 0 and below 1. Default: 0.9, from the quantile 0.05 to 0.95.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>M intervals. What share of new rows they cover is an estimate; check it on rows that were held back.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="coverage"/> is outside, or not a number.</exception>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a number is illegal; the message names row and column.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public PredictionInterval[] PredictIntervals(FeatureMatrix features, double coverage = 0.9, FitContext? context = null)
    {
        if (!(coverage is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(coverage), coverage, $"The coverage must be above 0 and below 1, but is {Text(coverage)}. For percents, divide by 100.");
        var ends = PredictQuantiles(features, [(1 - coverage) / 2, (1 + coverage) / 2], context);
        var intervals = new PredictionInterval[ends.RowCount];
        for (int row = 0; row < intervals.Length; row++)
            intervals[row] = new PredictionInterval(ends[row, 0], ends[row, 1], coverage);
        return intervals;
    }


    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    static string IPersistentModel<FittedQuantileForestRegressor>.ModelName => nameof(QuantileForestRegressor);

    void IPersistentModel<FittedQuantileForestRegressor>.Write(ModelWriter writer)
    {
        new ForestValues<QuantileForestRegressor>(Configuration, FeatureNames, [], [.. Trees]).Write(writer);
        LeafTargetValues.Write(writer, Leaves);
    }

    static FittedQuantileForestRegressor IPersistentModel<FittedQuantileForestRegressor>.Read(ModelReader reader)
    {
        var values = ForestValues<QuantileForestRegressor>.Read(reader, new QuantileForestRegressor(), isClassifier: false);
        return new FittedQuantileForestRegressor(values.Configuration, values.Trees, values.Names, LeafTargetValues.Read(reader, values.Trees));
    }
}
