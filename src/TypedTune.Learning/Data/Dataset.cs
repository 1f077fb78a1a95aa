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

    /// <inheritdoc/>
    public Targets Targets { get; }

    /// <inheritdoc/>
    public int RowCount => Features.RowCount;

    /// <inheritdoc/>
    public Dataset TakeRows(ReadOnlySpan<int> rows) => new(Features.TakeRows(rows), Targets.TakeRows(rows));
}
