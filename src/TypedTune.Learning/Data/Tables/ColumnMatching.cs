using System.Text;

namespace TypedTune.Learning;

/// <summary>Finds the column of a file or a database that belongs to each column of a row type.</summary>
/// <param name="Places">The place, from 0, of each column of the row type; empty where there is a problem.</param>
/// <param name="Problem">What is wrong and what to do, the origin being the subject; null where each column has one place.</param>
/// <param name="Column">The column that is at fault.</param>
internal readonly record struct ColumnMatching(int[] Places, string? Problem, string? Column)
{
    /// <summary>Matches headers as <see cref="RowSchemaExtensions.MatchColumns"/> says.</summary>
    /// <param name="schema">The columns of the row type.</param>
    /// <param name="headers">The names in the file.</param>
    /// <param name="hasTarget">Whether the target is to be found; else its place is −1.</param>
    public static ColumnMatching Match<TRow>(RowSchema<TRow> schema, IReadOnlyList<string> headers, bool hasTarget = true)
        where TRow : IRow<TRow>
    {
        string[] keys = [.. headers.Select(Key)];
        int[] places = new int[schema.Columns.Count];
        Array.Fill(places, -1);
        Column<TRow>[] wanted = [.. schema.Columns.Where(column => hasTarget || column.Role != ColumnRole.Target)];
        foreach (var column in wanted)
        {
            string key = Key(column.Name);
            int[] matches = [.. Enumerable.Range(0, headers.Count).Where(place => column.Header is null ? keys[place] == key : headers[place] == column.Header)];
            if (matches.Length > 1)
                return new([], DescribeSeveral(schema, column, headers, matches), headers[matches[0]]);
            if (matches.Length == 1)
                places[column.Ordinal] = matches[0];
        }

        Column<TRow>[] missing = [.. wanted.Where(column => places[column.Ordinal] < 0)];
        return missing.Length == 0 ? new(places, null, null) : new([], DescribeMissing(schema, missing, headers, places), missing[0].Header ?? missing[0].Name);
    }

    /// <summary>Takes fields without names for the columns in their order.</summary>
    /// <param name="schema">The columns of the row type.</param>
    /// <param name="fields">How many fields a row has.</param>
    /// <param name="hasTarget">Whether the target is among them; else its place is −1.</param>
    public static ColumnMatching InOrder<TRow>(RowSchema<TRow> schema, int fields, bool hasTarget)
        where TRow : IRow<TRow>
    {
        int next = 0;
        int[] places = [.. schema.Columns.Select(column => hasTarget || column.Role != ColumnRole.Target ? next++ : -1)];
        return next == fields
            ? new(places, null, null)
            : new([], $"has {fields} fields a row and no header, but {schema.Name} has {next} columns: {Excerpt.FromList(schema.Columns.Where(column => places[column.Ordinal] >= 0).Select(column => column.Name))}. Give it a property for each field, in their order, or the file a header.", null);
    }

    private static string DescribeSeveral<TRow>(RowSchema<TRow> schema, Column<TRow> column, IReadOnlyList<string> headers, int[] matches)
        where TRow : IRow<TRow>
    {
        string remedy = column.Header is null ? "Remove all but one, or name the right one with [Column(\"…\")]." : "Remove all but one.";
        string found = Excerpt.FromList([.. matches.Select(place => $"'{Excerpt.From(headers[place])}' (field {place + 1})")]);
        return $"has {matches.Length} columns for {schema.Name}.{column}: {found}. {remedy}";
    }

    private static string DescribeMissing<TRow>(RowSchema<TRow> schema, Column<TRow>[] missing, IReadOnlyList<string> headers, int[] places)
        where TRow : IRow<TRow>
    {
        var first = missing[0];
        var text = new StringBuilder($"has no column for {schema.Name}.{first}: expected ");
        text.Append(first.Header is null ? $"a header such as {SnakeCase(first.Name)}" : $"the header '{first.Header}', spelt exactly so");
        if (Nearest(first, headers, places) is { } nearest)
            text.Append($"; the nearest is '{Excerpt.From(nearest)}'");
        text.Append('.');
        if (missing.Length > 1)
            text.Append($" Nor has it one for {Excerpt.FromList([.. missing.Skip(1).Select(column => column.Name)])}.");
        text.Append($" It has: {Excerpt.FromList([.. headers])}.");
        return text.ToString();
    }

    /// <summary>The most similar header that no other column has claimed, unless more than half of it would have to change.</summary>
    private static string? Nearest<TRow>(Column<TRow> column, IReadOnlyList<string> headers, int[] claimed)
    {
        string wanted = Key(column.Header ?? column.Name);
        return Enumerable.Range(0, headers.Count)
            .Except(claimed)
            .Where(field => headers[field].Length <= 2 * wanted.Length)
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
