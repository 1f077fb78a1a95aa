namespace TypedTune.Learning;

/// <summary>
/// Gives each category its number, in a column of categories: what trees split by sets of them, without a column for each.
/// </summary>
/// <remarks>
/// The categories are those that occur in the training rows, numbered in ordinal order from 0. A missing category stays missing,
/// not-a-number. Steps that calculate, such as <see cref="StandardScaler"/> or <see cref="Ridge"/>, refuse such columns: their
/// numbers mean nothing; <see cref="OneHotEncoder"/> is for these.
/// </remarks>
[Configuration, MissingValues(MissingValueTreatment.Keep)]
public sealed partial record OrdinalEncoder : ICategoryEncoder<FittedOrdinalEncoder>
{
    /// <summary>
    /// What becomes of a category that did not occur at fit. Default: <see cref="UnknownCategories.Refuse"/>, as in scikit-learn;
    /// <see cref="UnknownCategories.Ignore"/> makes it missing.
    /// </summary>
    public UnknownCategories UnknownCategories { get; init; } = UnknownCategories.Refuse;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are no rows or columns.</exception>
    public FittedOrdinalEncoder Fit(CategoryMatrix input, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        DeclaredBounds.Check(this);
        return new FittedOrdinalEncoder(input.Names, KnownCategories.Of(input, nameof(OrdinalEncoder)), UnknownCategories);
    }
}
