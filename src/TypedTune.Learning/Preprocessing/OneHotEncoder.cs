namespace TypedTune.Learning;

/// <summary>Gives each category a column of its own, which is 1 in the rows of that category and 0 in all others.</summary>
/// <remarks>
/// The categories are those that occur in the training rows, in ordinal order. Out of one column the new columns are named
/// by the category alone, as <c>INLAND</c>; out of several as <c>OceanProximity=INLAND</c>.
/// </remarks>
[Configuration, MissingValues(MissingValueTreatment.Refuse)]
public sealed partial record OneHotEncoder : ICategoryEncoder<FittedOneHotEncoder>, IFitEstimate
{
    /// <summary>The treatment of a category that did not occur at fit. Default: <see cref="UnknownCategories.Refuse"/>, as in scikit-learn.</summary>
    public UnknownCategories UnknownCategories { get; init; } = UnknownCategories.Refuse;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are no rows or columns, or a category is missing; the message names row and column.</exception>
    public FittedOneHotEncoder Fit(CategoryMatrix input, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        DeclaredBounds.Check(this);
        var categories = KnownCategories.Of(input, nameof(OneHotEncoder));
        for (int c = 0; c < categories.Length; c++)
            FittedOneHotEncoder.RequireNoneMissing(input, c);
        return new FittedOneHotEncoder(input.Names, categories, UnknownCategories);
    }

    // Most of it is making room for the zeros.
    FitEstimate IFitEstimate.EstimateFit(InputSize input) => new(5 * input.Values + 10.0 * input.Rows * input.Levels, OutputColumns: input.Levels);
}
