using System.Text;
using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Writes a table such that <see cref="CsvTableReader{TRow}"/> reads the same table back.</summary>
internal sealed class CsvTableWriter<TRow>
    where TRow : IRow<TRow>
{
    private readonly CsvOptions _options;
    private readonly CsvColumnWriter[] _columns;
    private readonly int _rows;

    /// <summary>Checks the table, so that an illegal one leaves no half of a file.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="encoding">What must hold all text; null for UTF-8.</param>
    /// <exception cref="ArgumentException">A value could not be read back.</exception>
    public CsvTableWriter(Table<TRow> table, CsvOptions options, Encoding? encoding)
    {
        _options = options;
        _rows = table.RowCount;
        var texts = new CsvTexts(encoding);
        foreach (var column in TRow.Schema.Columns)
        {
            if (texts.WhyIllegal(HeaderOf(column)) is { } reason)
                throw new ArgumentException($"The header '{HeaderOf(column)}' cannot be written: it {reason}", nameof(table));
        }

        _columns = [.. TRow.Schema.Columns.Select(column => CreateWriter(table, column, options, texts))];
        for (int row = 0; row < _rows; row++)
        {
            for (int c = 0; c < _columns.Length; c++)
            {
                if (_columns[c].WhyIllegal(row) is { } reason)
                    throw new ArgumentException($"{TRow.Schema.Name}.{TRow.Schema.Columns[c]} cannot be written: the value of row {row} {reason}", nameof(table));
            }
        }
    }

    /// <summary>How the writer must be made.</summary>
    public CsvWriterOptions WriterOptions => new() { Separator = _options.Separator, NewLine = "\n", FormatProvider = _options.Culture };

    public void Write(CsvWriter writer)
    {
        writer.WriteHeader([.. TRow.Schema.Columns.Select(HeaderOf)]);
        for (int row = 0; row < _rows; row++)
        {
            foreach (var column in _columns)
                column.Write(writer, row);
            writer.EndRecord();
        }
    }

    private static string HeaderOf(Column<TRow> column) => column.Header ?? column.Name;

    private static CsvColumnWriter CreateWriter(Table<TRow> table, Column<TRow> column, CsvOptions options, CsvTexts texts)
    {
        if (column is CategoryColumn<TRow> categories)
            return new CsvCategoryWriter(table.Column(categories), column.IsOptional, new CsvMarkers(options.Missing, categories.Levels), texts);
        var numbers = (NumberColumn<TRow>)column;
        return new CsvNumberWriter(table.Column(numbers), column.IsOptional, new CsvMarkers(options.Missing), new NumberText(numbers.Kind, numbers.Format, options.Culture), numbers.WhyIllegal);
    }
}
