namespace TypedTune.Learning;

/// <summary>Names of columns as values of a saved model.</summary>
internal static class FeatureNamesValues
{
    private const int None = -1;

    /// <summary>Writes names, with the categories and the sources of each column.</summary>
    public static void Write(ModelWriter writer, FeatureNames names)
    {
        var levels = Enumerable.Range(0, names.Count).Select(names.Levels).ToArray();
        writer.Texts("Names", [.. names]);
        writer.Integers("LevelCounts", Array.TrueForAll(levels, ofColumn => ofColumn is null) ? [] : Array.ConvertAll(levels, ofColumn => ofColumn?.Count ?? None));
        writer.Texts("Levels", [.. levels.SelectMany(ofColumn => ofColumn ?? [])]);
        string[][] sources = names.KnowsSources ? [.. Enumerable.Range(0, names.Count).Select(column => names.Sources(column).ToArray())] : [];
        writer.Integers("SourceCounts", Array.ConvertAll(sources, ofColumn => ofColumn.Length));
        writer.Texts("Sources", [.. sources.SelectMany(ofColumn => ofColumn)]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static FeatureNames Read(ModelReader reader)
    {
        string[] names = reader.Texts("Names");
        var levels = Lists(reader, "LevelCounts", "Levels", names.Length);
        var sources = Lists(reader, "SourceCounts", "Sources", names.Length);
        var columns = names.Select((name, column) =>
        {
            var named = levels?[column] is { } ofColumn ? FeatureNames.OfCategories([name], [ofColumn]) : new FeatureNames(name);
            return sources?[column] is { } from ? named.MadeOf(new FeatureNames(from)) : named;
        });
        return FeatureNames.Concatenate(columns);
    }

    // For each column a list or null; null where no column has one.
    private static string[]?[]? Lists(ModelReader reader, string countsName, string textsName, int columns)
    {
        int[] counts = reader.Integers(countsName);
        string[] texts = reader.Texts(textsName);
        reader.Require(counts.Length == 0 || counts.Length == columns, $"{countsName} are not as many as the columns");
        reader.Require(Array.TrueForAll(counts, count => count >= None) && counts.Sum(count => (long)Math.Max(0, count)) == texts.Length, $"{countsName} do not fit {textsName}");
        if (counts.Length == 0)
            return null;
        int next = 0;
        return Array.ConvertAll(counts, count => count == None ? null : texts[next..(next += count)]);
    }
}
