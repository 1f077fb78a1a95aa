using System.Text;

namespace TypedTune.Learning;

/// <summary>Finds the field of a file that belongs to each column of a row type.</summary>
internal static class CsvHeader
{
    /// <summary>The place, from 0, of each column's field.</summary>
    /// <exception cref="CsvException">A column has no field, or several.</exception>
    public static int[] Match<TRow>(string file, RowSchema<TRow> schema, IReadOnlyList<string> headers)
        where TRow : IRow<TRow>
    {
        string[] keys = [.. headers.Select(Key)];
        int[] fields = [.. schema.Columns.Select(column => Find(file, schema, column, headers, keys))];
        Column<TRow>[] missing = [.. schema.Columns.Where(column => fields[column.Ordinal] < 0)];
        if (missing.Length > 0)
            throw new CsvException(DescribeMissing(schema, missing, headers, fields), file, column: missing[0].Header ?? missing[0].Name);
        return fields;
    }

    private static int Find<TRow>(string file, RowSchema<TRow> schema, Column<TRow> column, IReadOnlyList<string> headers, string[] keys)
        where TRow : IRow<TRow>
    {
        string key = Key(column.Name);
        int[] matches = [.. Enumerable.Range(0, headers.Count).Where(field => column.Header is null ? keys[field] == key : headers[field] == column.Header)];
        if (matches.Length > 1)
        {
            string remedy = column.Header is null ? "Remove all but one, or name the right one with [Column(\"…\")]." : "Remove all but one.";
            string found = string.Join(", ", matches.Select(field => $"'{headers[field]}' (field {field + 1})"));
            throw new CsvException($"has {matches.Length} columns for {schema.Name}.{column}: {found}. {remedy}", file, column: headers[matches[0]]);
        }

        return matches.Length == 0 ? -1 : matches[0];
    }

    private static string DescribeMissing<TRow>(RowSchema<TRow> schema, Column<TRow>[] missing, IReadOnlyList<string> headers, int[] fields)
        where TRow : IRow<TRow>
    {
        var first = missing[0];
        var text = new StringBuilder($"has no column for {schema.Name}.{first}: expected ");
        text.Append(first.Header is null ? $"a header such as {SnakeCase(first.Name)}" : $"the header '{first.Header}', spelt exactly so");
        if (Nearest(first, headers, fields) is { } nearest)
            text.Append($"; the nearest is '{nearest}'");
        text.Append('.');
        if (missing.Length > 1)
            text.Append($" Nor has it one for {string.Join(", ", missing.Skip(1))}.");
        text.Append($" The file has: {string.Join(", ", headers)}.");
        if (headers.Count == 1 && headers[0].AsSpan().IndexOfAny(";\t|") is >= 0 and var at)
            text.Append($" Fields must be separated by commas, not by {(headers[0][at] == '\t' ? "tabs" : $"'{headers[0][at]}'")}.");
        return text.ToString();
    }

    /// <summary>The most similar header that no other column has claimed, unless more than half of it would have to change.</summary>
    private static string? Nearest<TRow>(Column<TRow> column, IReadOnlyList<string> headers, int[] claimed)
    {
        string wanted = Key(column.Header ?? column.Name);
        return Enumerable.Range(0, headers.Count)
            .Except(claimed)
            .Select(field => (Header: headers[field], Distance: EditDistance.Between(Key(headers[field]), wanted)))
            .Where(candidate => 2 * candidate.Distance <= wanted.Length)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Header)
            .FirstOrDefault();
    }

    private static string Key(string header) =>
        new([.. header.Where(c => c is not ('_' or '-' or '.') && !char.IsWhiteSpace(c)).Select(char.ToUpperInvariant)]);

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1])))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
