namespace TypedTune.Learning;

/// <summary>The categories that an encoder met at fit.</summary>
internal static class KnownCategories
{
    /// <summary>The categories that some row has, in ordinal order.</summary>
    /// <param name="column">A column; its levels may be those of a larger table.</param>
    public static string[] Occurring(Categories column)
    {
        var occurs = new bool[column.Levels.Count];
        foreach (int code in column.Codes)
        {
            if (code >= 0)
                occurs[code] = true;
        }

        return [.. column.Levels.Where((_, level) => occurs[level]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>For each level of a column its place among the known categories; negative if it is none of them.</summary>
    /// <param name="column">A column.</param>
    /// <param name="known">The categories, in ordinal order.</param>
    public static int[] Places(Categories column, string[] known) =>
        [.. column.Levels.Select(level => Array.BinarySearch(known, level, StringComparer.Ordinal))];

    /// <summary>That a category is unknown, and what to do.</summary>
    public static ArgumentException Unknown(string encoder, string instead, string name, string? category, int row, string[] known) => new(
        $"{name} is {category} in row {row}, a category that did not occur at fit. Known are [{string.Join(", ", known)}]. Set {encoder}.UnknownCategories to {nameof(UnknownCategories.Ignore)} to {instead}.");
}
