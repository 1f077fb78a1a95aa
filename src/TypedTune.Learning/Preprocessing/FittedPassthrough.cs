namespace TypedTune.Learning;

/// <summary>Leaves columns as they are. Immutable and thread safe.</summary>
public sealed class FittedPassthrough : IFittedStep<FeatureMatrix, FeatureMatrix>, IPersistentModel<FittedPassthrough>
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
