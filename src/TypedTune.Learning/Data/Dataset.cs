namespace TypedTune.Learning;

/// <summary>A matrix of features with a target: what an estimator without a pipeline learns from. Immutable.</summary>
public sealed class Dataset : IDataset<Dataset>
{
    /// <summary>Creates a dataset.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="targets">N values.</param>
    /// <exception cref="ArgumentException">The rows differ.</exception>
    public Dataset(FeatureMatrix features, Targets targets)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(targets);
        if (features.RowCount != targets.RowCount)
            throw new ArgumentException($"The features have {features.RowCount} rows, but the targets {targets.RowCount}.", nameof(targets));
        Features = features;
        Targets = targets;
    }

    /// <summary>Creates a dataset for a regression.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="target">N numbers.</param>
    public Dataset(FeatureMatrix features, double[] target)
        : this(features, Targets.Of(target))
    {
    }

    /// <summary>N × P.</summary>
    public FeatureMatrix Features { get; }

    /// <summary>
    /// How much each row counts when it is learned from, finite and at least 0; null, the default, where all count the same. Predictors that learn from
    /// no weighted rows are refused, see <see cref="IWeightedRegressor"/>. Steps before them, and scores, weigh all rows alike.
    /// </summary>
    /// <exception cref="ArgumentException">There are not as many weights as rows, or one is negative or not finite.</exception>
    public double[]? Weights
    {
        get;
        init => field = Checked(value);
    }

    /// <inheritdoc/>
    public Targets Targets { get; }

    /// <inheritdoc/>
    public int RowCount => Features.RowCount;

    /// <inheritdoc/>
    public Dataset TakeRows(ReadOnlySpan<int> rows) => new(Features.TakeRows(rows), Targets.TakeRows(rows)) { Weights = Weights is null ? null : Array.ConvertAll(rows.ToArray(), row => Weights[row]) };

    private double[]? Checked(double[]? weights)
    {
        if (weights is null)
            return null;
        if (weights.Length != RowCount)
            throw new ArgumentException($"{weights.Length} weights were given for {RowCount} rows.", nameof(weights));
        int row = Array.FindIndex(weights, weight => !(double.IsFinite(weight) && weight >= 0));
        return row < 0 ? weights : throw new ArgumentException(FormattableString.Invariant($"A weight must be finite and at least 0, but is {weights[row]} in row {row}."), nameof(weights));
    }
}
