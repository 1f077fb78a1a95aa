using System.Globalization;
using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Writes a table such that <see cref="CsvTableReader{TRow}"/> reads the same table back.</summary>
internal sealed class CsvTableWriter<TRow>
    where TRow : IRow<TRow>
{
    public static readonly CsvWriterOptions Options = new() { NewLine = "\n", FormatProvider = CultureInfo.InvariantCulture };

    private readonly Table<TRow> _table;
    private readonly double[]?[] _numbers;
    private readonly Categories?[] _categories;

    /// <summary>Checks the table, so that an illegal one leaves no half of a file.</summary>
    /// <exception cref="ArgumentException">A value could not be read back.</exception>
    public CsvTableWriter(Table<TRow> table)
    {
        var columns = TRow.Schema.Columns;
        _table = table;
        _numbers = [.. columns.Select(column => column is NumberColumn<TRow> numbers ? table.Column(numbers) : null)];
        _categories = [.. columns.Select(column => column is CategoryColumn<TRow> categories ? table.Column(categories) : null)];
        for (int row = 0; row < table.RowCount; row++)
        {
            foreach (var column in columns)
            {
                if (WhyIllegal(column, row) is { } reason)
                    throw new ArgumentException($"{TRow.Schema.Name}.{column} cannot be written: the value of row {row} {reason}", nameof(table));
            }
        }
    }

    public void Write(CsvWriter writer)
    {
        var columns = TRow.Schema.Columns;
        writer.WriteHeader([.. columns.Select(column => column.Header ?? column.Name)]);
        for (int row = 0; row < _table.RowCount; row++)
        {
            foreach (var column in columns)
            {
                if (_categories[column.Ordinal] is { } categories)
                    writer.WriteField(categories[row]);
                else
                    WriteNumber(writer, ((NumberColumn<TRow>)column).Kind, _numbers[column.Ordinal]![row]);
            }

            writer.EndRecord();
        }
    }

    private static void WriteNumber(CsvWriter writer, NumberKind kind, double value)
    {
        if (double.IsNaN(value))
            writer.WriteField("");
        else if (kind == NumberKind.Boolean)
            writer.WriteField(value == 0 ? "false" : "true");
        else
            writer.WriteField(value, default(ReadOnlySpan<char>));
    }

    private string? WhyIllegal(Column<TRow> column, int row)
    {
        const string Missing = "is missing, but the property is not nullable.";
        if (_categories[column.Ordinal] is { } categories)
        {
            return categories[row] switch
            {
                null when !column.IsOptional => Missing,
                "" => "is the empty text, which a file cannot tell from a missing value. Use another category, or null.",
                _ => null,
            };
        }

        double value = _numbers[column.Ordinal]![row];
        if (double.IsNaN(value))
            return column.IsOptional ? null : Missing;
        return CsvNumber.WhyIllegal(value, ((NumberColumn<TRow>)column).Kind);
    }
}
