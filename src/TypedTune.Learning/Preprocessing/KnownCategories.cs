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
        [.. column.Levels.Select(level => Place(level, known))];

    /// <summary>The place of a category among the known ones; negative where it is not one of them.</summary>
    /// <param name="category">The category.</param>
    /// <param name="known">The categories, in ordinal order.</param>
    public static int Place(string category, string[] known) => Array.BinarySearch(known, category, StringComparer.Ordinal);

    /// <summary>That a category is unknown, and what to do.</summary>
    public static UnknownCategoryException Unknown(string encoder, string instead, string name, string category, int row, string[] known) => new(
        name,
        category,
        row,
        $"{Excerpt.From(name)} is {Excerpt.From(category)} in row {row}, a category that did not occur at fit. Known are [{Excerpt.FromList(known)}]. Set {encoder}.UnknownCategories to {nameof(UnknownCategories.Ignore)} to {instead}.");

    /// <summary>Writes what an encoder knows.</summary>
    public static void Write(ModelWriter writer, string[][] categories, UnknownCategories unknown)
    {
        writer.Integers("Counts", Array.ConvertAll(categories, ofColumn => ofColumn.Length));
        writer.Texts("Categories", [.. categories.SelectMany(ofColumn => ofColumn)]);
        writer.Bool("RefusesUnknown", unknown == UnknownCategories.Refuse);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="columns">How many columns the encoder has.</param>
    public static (string[][] Categories, UnknownCategories Unknown) Read(ModelReader reader, int columns)
    {
        int[] counts = reader.Integers("Counts");
        string[] all = reader.Texts("Categories");
        bool refuses = reader.Bool("RefusesUnknown");
        reader.Require(counts.Length == columns && Array.TrueForAll(counts, count => count >= 0) && counts.Sum(count => (long)count) == all.Length, "the categories are not those of its columns");
        int next = 0;
        var categories = Array.ConvertAll(counts, count => all[next..(next += count)]);

        // They are looked for by halves.
        reader.Require(Array.TrueForAll(categories, ofColumn => ofColumn.Zip(ofColumn.Skip(1)).All(pair => string.CompareOrdinal(pair.First, pair.Second) < 0)), "the categories are not in order");
        return (categories, refuses ? UnknownCategories.Refuse : UnknownCategories.Ignore);
    }

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
