namespace TypedTune.Learning;

/// <summary>Leaves columns as they are, missing values too: what a forest needs before it and nothing more.</summary>
/// <remarks>Infinite values are refused. Names stay as they are.</remarks>
[Configuration, MissingValues(MissingValueTreatment.Keep)]
public sealed partial record Passthrough : ITransformer<FittedPassthrough>
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A value is infinite; the message names row and column.</exception>
    public FittedPassthrough Fit(FeatureMatrix input, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.RequireNoInfinity(nameof(Passthrough));
        return new FittedPassthrough(input.Names);
    }
}
