namespace TypedTune.Learning;

/// <summary>Divides the first of two columns by the second.</summary>
/// <remarks>Learns nothing but the names of the columns. The one column that remains is named as <c>TotalBedrooms / TotalRooms</c>.</remarks>
[Configuration, MissingValues(MissingValueTreatment.Refuse)]
public sealed partial record ColumnRatio : ITransformer<FittedColumnRatio>, IFitEstimate
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are not exactly two columns, a value is missing or infinite, or a denominator is zero; the message names the row.</exception>
    public FittedColumnRatio Fit(FeatureMatrix input, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.ColumnCount != 2)
            throw new ArgumentException($"{nameof(ColumnRatio)} divides one column by another and needs exactly 2, but was given {input.ColumnCount}: [{Excerpt.FromList(input.Names)}].", nameof(input));
        input.RequireTrainable(nameof(ColumnRatio));
        var fitted = new FittedColumnRatio(input.Names);
        fitted.Transform(input);
        return fitted;
    }

    FitEstimate IFitEstimate.EstimateFit(InputSize input) => new(5 * input.Values, OutputColumns: 1);
}
