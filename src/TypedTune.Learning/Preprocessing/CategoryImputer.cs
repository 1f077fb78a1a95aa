namespace TypedTune.Learning;

/// <summary>Replaces each missing category with its column's most frequent one in the training rows, or with a constant.</summary>
/// <remarks>Of several most frequent categories the first in ordinal order is taken, as in scikit-learn. Names stay as they are.</remarks>
[Configuration, MissingValues(MissingValueTreatment.Fill)]
public sealed partial record CategoryImputer : ICategoryTransformer<FittedCategoryImputer>
{
    /// <summary>The replacement in every column, or null for each column's most frequent category. Default: null.</summary>
    public string? FillValue { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A column has no category in any row, and there is no <see cref="FillValue"/>.</exception>
    public FittedCategoryImputer Fit(CategoryMatrix input, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        DeclaredBounds.Check(this);
        var fills = new string[input.ColumnCount];
        for (int c = 0; c < fills.Length; c++)
            fills[c] = FillValue ?? MostFrequent(input.Column(c), input.Names[c]);
        return new FittedCategoryImputer(input.Names, fills);
    }

    private static string MostFrequent(Categories column, string name)
    {
        var counts = new int[column.Levels.Count];
        foreach (int code in column.Codes)
        {
            if (code >= 0)
                counts[code]++;
        }

        string? best = null;
        int most = 0;
        for (int level = 0; level < counts.Length; level++)
        {
            bool first = counts[level] == most && most > 0 && string.CompareOrdinal(column.Levels[level], best) < 0;
            if (counts[level] > most || first)
                (most, best) = (counts[level], column.Levels[level]);
        }

        return best ?? throw new ArgumentException($"{Excerpt.From(name)} has no category in any of the {column.RowCount} rows, so there is nothing to impute from. Leave the column out, or set {nameof(FillValue)}.");
    }
}
