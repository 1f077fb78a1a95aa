using System.Globalization;
using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Reads one file into the columns of a table.</summary>
internal sealed class CsvTableReader<TRow>
    where TRow : IRow<TRow>
{
    private readonly string _file;
    private string? _malformed;

    public CsvTableReader(string file)
    {
        _file = file;
        Options = new CsvReaderOptions
        {
            Separator = ',',
            FormatProvider = CultureInfo.InvariantCulture,
            PoolStrings = true,
            TrackLineNumbers = true,
            OnMalformedRecord = record => _malformed ??= Describe(record.Reason),
        };
    }

    /// <summary>How the file must be opened.</summary>
    public CsvReaderOptions Options { get; }

    public Table<TRow> Read(CsvReader reader)
    {
        string[] headers = [.. reader.Headers];
        if (_malformed is not null)
            throw new CsvException($"has a header that cannot be read: {_malformed}", _file, line: 1);
        if (headers.Length == 0)
            throw new CsvException($"is empty: expected a header and a row for each {TRow.Schema.Name}.", _file);
        int[] fields = CsvHeader.Match(_file, TRow.Schema, headers);
        CsvColumnReader[] columns = [.. TRow.Schema.Columns.Select(column => CreateReader(column, fields[column.Ordinal]))];

        int row = 0;
        while (reader.Read())
        {
            row++;
            if (_malformed is not null)
                throw At(reader, row, _malformed);
            if (reader.FieldCount != headers.Length)
                throw At(reader, row, DescribeFieldCount(reader.FieldCount, headers.Length));
            foreach (var column in columns)
            {
                if (column.Append(reader) is { } problem)
                    throw At(reader, row, problem, headers[column.Field]);
            }
        }

        if (row == 0)
            throw new CsvException("has a header but no rows.", _file);
        return new Table<TRow>(new ColumnStore<TRow>(row, [.. columns.Select(column => column.ToColumn())]));
    }

    private CsvException At(CsvReader reader, int row, string problem, string? column = null) =>
        new(problem, _file, row, (int)reader.LineNumber, column);

    private static CsvColumnReader CreateReader(Column<TRow> column, int field)
    {
        string? missing = column.IsOptional ? null : $"the value is missing. Fill it in, or make {TRow.Schema.Name}.{column} nullable.";
        return column switch
        {
            NumberColumn<TRow> numbers => new CsvNumberReader(field, numbers.Kind, missing),
            CategoryColumn<TRow> categories => new CsvCategoryReader(field, categories.Levels, missing),
            _ => throw new NotSupportedException($"{column} holds neither numbers nor categories."),
        };
    }

    private static string DescribeFieldCount(int count, int expected) => count < expected
        ? $"{count} fields, but the header has {expected}. Complete the row; a missing value is an empty field."
        : $"{count} fields, but the header has {expected}. Put a field that holds a comma into double quotes.";

    private static string? Describe(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "a double quote opens a field and nothing closes it.",
        CsvMalformedReason.TextAfterClosingQuote => "text follows the closing quote of a field. Double the quotes inside a quoted field.",
        _ => null,
    };
}
