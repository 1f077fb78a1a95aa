namespace TypedTune.Learning;

/// <summary>A matrix of features with a target, for estimators without a pipeline. Immutable.</summary>
public sealed class Dataset : IDataset<Dataset>
{
    /// <summary>Creates a dataset.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="targets">N values.</param>
    /// <exception cref="ArgumentException">The rows differ.</exception>
    public Dataset(FeatureMatrix features, Targets targets)
        : this(features, new RowRoles(targets), nameof(targets))
    {
    }

    /// <summary>Creates a dataset for a regression.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="target">N numbers.</param>
    public Dataset(FeatureMatrix features, double[] target)
        : this(features, Targets.Of(target))
    {
    }

    /// <summary>Creates a dataset of rows whose roles are at hand.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="roles">The targets and other roles of N rows.</param>
    /// <exception cref="ArgumentException">The rows differ.</exception>
    public Dataset(FeatureMatrix features, RowRoles roles)
        : this(features, roles, nameof(roles))
    {
    }

    private Dataset(FeatureMatrix features, RowRoles roles, string parameter)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(roles);
        if (features.RowCount != roles.RowCount)
            throw new ArgumentException($"The features have {features.RowCount} rows, but the targets {roles.RowCount}.", parameter);
        Features = features;
        Roles = roles;
    }

    /// <summary>N × P.</summary>
    public FeatureMatrix Features { get; }

    /// <inheritdoc/>
    public RowRoles Roles { get; private init; }

    /// <summary>
    /// How much each row counts when it is learned from and when it is scored, finite and at least 0; null, the default, where all count the same. Predictors
    /// that learn from no weighted rows are refused, see <see cref="IWeightedRegressor"/>. Steps before them weigh all rows alike; so do metrics that are told to
    /// by <see cref="MetricExtensions.Unweighted{TEstimator}"/>.
    /// </summary>
    /// <inheritdoc cref="RowRoles.Weights" path="/exception"/>
    public double[]? Weights
    {
        get => Roles.Weights;
        init => Roles = Roles.WithWeights(value);
    }

    /// <summary>The group of each row, such as a patient or a household, for splitters that keep groups together; null, the default, where rows belong to none.</summary>
    /// <inheritdoc cref="RowRoles.Groups" path="/exception"/>
    public Categories? Groups
    {
        get => Roles.Groups;
        init => Roles = Roles.WithGroups(value);
    }

    /// <summary>The stratum of each row. Stratified splitters give every fold about the same share of each stratum, as they do of each label. Null, the default: rows have no strata.</summary>
    /// <inheritdoc cref="RowRoles.Strata" path="/exception"/>
    public Categories? Strata
    {
        get => Roles.Strata;
        init => Roles = Roles.WithStrata(value);
    }

    /// <summary>When each row was observed, as any whole number that grows with time, for splitters that learn from the past; null, the default, where that is not known.</summary>
    /// <inheritdoc cref="RowRoles.Time" path="/remarks"/>
    /// <inheritdoc cref="RowRoles.Time" path="/exception"/>
    public long[]? Time
    {
        get => Roles.Time;
        init => Roles = Roles.WithTime(value);
    }

    /// <inheritdoc/>
    public Targets Targets => Roles.Targets;

    /// <inheritdoc/>
    public IReadOnlyList<IdentityPart> Fingerprints =>
    [
        .. Enumerable.Range(0, Features.ColumnCount).Select(column => DataFingerprint.Of($"column {Features.Names[column]}", Features.Column(column))),
        .. DataFingerprint.Of(Roles),
    ];

    /// <inheritdoc/>
    public int RowCount => Features.RowCount;

    /// <inheritdoc/>
    public Dataset TakeRows(ReadOnlySpan<int> rows) => new(Features.TakeRows(rows), Roles.TakeRows(rows));
}
