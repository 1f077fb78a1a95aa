namespace TypedTune.Learning;

/// <summary>Leaves columns as they are. Immutable and thread safe.</summary>
public sealed class FittedPassthrough : IFittedStep<FeatureMatrix, FeatureMatrix>, IFittedRowStep<double, double>, IPersistentModel<FittedPassthrough>
{
    internal FittedPassthrough(FeatureNames names) => FeatureNames = names;

    /// <inheritdoc/>
    public FeatureNames FeatureNames { get; }

    /// <summary>Gives the input itself.</summary>
    /// <param name="input">The columns at fit.</param>
    /// <exception cref="ArgumentException">The columns are others, or a value is infinite.</exception>
    public FeatureMatrix Transform(FeatureMatrix input)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.RequireColumns(FeatureNames, nameof(Passthrough));
        input.RequireNoInfinity(nameof(Passthrough));
        return input;
    }

    /// <inheritdoc/>
    public void TransformRow(ReadOnlySpan<double> row, FeatureNames names, Span<double> output)
    {
        RowChecks.RequireNoInfinity(row, names, FeatureNames, nameof(Passthrough));
        row.CopyTo(output);
    }

    static string IPersistentModel<FittedPassthrough>.ModelName => nameof(Passthrough);

    void IPersistentModel<FittedPassthrough>.Write(ModelWriter writer)
    {
        writer.FeatureNames("Names", FeatureNames);
    }

    static FittedPassthrough IPersistentModel<FittedPassthrough>.Read(ModelReader reader)
    {
        return new FittedPassthrough(reader.FeatureNames("Names"));
    }
}
