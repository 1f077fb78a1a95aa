using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Takes the natural logarithm of every value, which draws in a long tail to the right.</summary>
/// <remarks>Learns nothing but the names of the columns, each of which is named <c>log TotalRooms</c> afterwards, or <c>log(TotalRooms + 1)</c> with an offset of 1.</remarks>
[MissingValues(MissingValueTreatment.Refuse)]
public sealed partial record LogTransformer : ITransformer<FittedLogTransformer>, IFitEstimate
{
    /// <summary>A finite number that is added to each value first; 1 admits zeros. Default: 0.</summary>
    [Hyperparameter]
    public double Offset { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A value plus the offset is not above 0, or one is missing or infinite, by itself or in their sum; the message names row, column and value.</exception>
    public FittedLogTransformer Fit(FeatureMatrix input, FitContext? context = null)
    {
        DeclaredBounds.Check(this);
        if (!double.IsFinite(Offset))
            throw new ArgumentException($"{nameof(Offset)} must be a finite number, but is {Offset.ToString(CultureInfo.InvariantCulture)}.");
        input.RequireTrainable(nameof(LogTransformer));
        var fitted = new FittedLogTransformer(input.Names, Offset);
        fitted.RequirePositive(input);
        return fitted;
    }

    FitEstimate IFitEstimate.EstimateFit(InputSize input) => new(20 * input.Values);
}
