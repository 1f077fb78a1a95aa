namespace TypedTune.Learning;

/// <summary>The categories that an encoder met at fit.</summary>
internal static class KnownCategories
{
    /// <summary>The categories of each column.</summary>
    /// <param name="input">The training rows.</param>
    /// <param name="encoder">Who asks, for the message.</param>
    /// <exception cref="ArgumentException">There are no rows or columns.</exception>
    public static string[][] Of(CategoryMatrix input, string encoder)
    {
        if (input.ColumnCount == 0)
            throw new ArgumentException($"{encoder} needs at least one column, but was given none.", nameof(input));
        if (input.RowCount == 0)
            throw new ArgumentException($"{encoder} needs at least one row to learn from, but was given none.", nameof(input));
        return [.. Enumerable.Range(0, input.ColumnCount).Select(column => Occurring(input.Column(column)))];
    }

    /// <summary>For each level of a column its place among the known categories; negative where it is not one of them.</summary>
    /// <param name="column">A column.</param>
    /// <param name="known">The categories, in ordinal order.</param>
    public static int[] Places(Categories column, string[] known) =>
        [.. column.Levels.Select(level => Array.BinarySearch(known, level, StringComparer.Ordinal))];

    /// <summary>That a category is unknown, and what to do.</summary>
    public static ArgumentException Unknown(string encoder, string instead, string name, string? category, int row, string[] known) => new(
        $"{Excerpt.From(name)} is {Excerpt.From(category)} in row {row}, a category that did not occur at fit. Known are [{Excerpt.FromList(known)}]. Set {encoder}.UnknownCategories to {nameof(UnknownCategories.Ignore)} to {instead}.");

    // The levels of a fold are those of the whole table; one that no training row has would be a column of zeros.
    private static string[] Occurring(Categories column)
    {
        var occurs = new bool[column.Levels.Count];
        foreach (int code in column.Codes)
        {
            if (code >= 0)
                occurs[code] = true;
        }

        return [.. column.Levels.Where((_, level) => occurs[level]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
