using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Reads and writes tables as comma-separated values (RFC 4180), UTF-8, with a header. Thread safe.</summary>
/// <remarks>
/// A column's header is its <see cref="Column{TRow}.Header"/>, exactly, if it has one; else the property's name, compared
/// without case, spaces, underscores, dots and hyphens: <c>MedianIncome</c> is <c>median_income</c>. The order of the
/// headers is free, and other columns of the file are ignored. Numbers have a point for the decimals, whatever the
/// thread's culture is; an empty field is a missing value, and so is <c>NaN</c> in a nullable column of numbers. Truth
/// values are <c>true</c>, <c>false</c>, 1 and 0 in any case. Fields may be quoted, lines may end in CR LF, blank lines
/// and a byte order mark are skipped. Categories are taken as they stand, white space included.
/// </remarks>
public static class Csv
{
    /// <summary>Reads a file.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="path">The file. UTF-8, or what its byte order mark says.</param>
    /// <returns>A row for each line of data, at least one, in the file's order.</returns>
    /// <exception cref="CsvException">The file does not hold such rows; the message names row, column and remedy.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Table<TRow> Read<TRow>(string path)
        where TRow : IRow<TRow>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var table = new CsvTableReader<TRow>(path);
        using var file = CsvReader.FromFile(path, table.Options);
        return table.Read(file);
    }

    /// <summary>Reads text, from where the reader stands to its end. The reader is left open.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="reader">The text.</param>
    /// <param name="source">The name of the text in messages.</param>
    /// <returns>A row for each line of data, at least one, in the text's order.</returns>
    /// <exception cref="CsvException">The text does not hold such rows; the message names row, column and remedy.</exception>
    public static Table<TRow> Read<TRow>(TextReader reader, string source = "the input")
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrEmpty(source);
        var table = new CsvTableReader<TRow>(source);
        using var text = CsvReader.Create(reader, table.Options, leaveOpen: true);
        return table.Read(text);
    }

    /// <summary>Writes a file, over an older one if need be: UTF-8 without a byte order mark, lines end in LF.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="table">The rows. Numbers are written such that <see cref="Read{TRow}(string)"/> gives the same bits.</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="ArgumentException">A value could not be read back: missing where the property is not nullable, infinite, or an empty category. Nothing is written.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write<TRow>(Table<TRow> table, string path)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var rows = new CsvTableWriter<TRow>(table);
        using var file = CsvWriter.ToFile(path, CsvTableWriter<TRow>.Options);
        rows.Write(file);
    }

    /// <summary>Writes text; lines end in LF. The writer is left open.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="table">The rows. Numbers are written such that <see cref="Read{TRow}(TextReader, string)"/> gives the same bits.</param>
    /// <param name="writer">The writer that gets the text.</param>
    /// <exception cref="ArgumentException">A value could not be read back: missing where the property is not nullable, infinite, or an empty category. Nothing is written.</exception>
    public static void Write<TRow>(Table<TRow> table, TextWriter writer)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(writer);
        var rows = new CsvTableWriter<TRow>(table);
        using var text = CsvWriter.Create(writer, CsvTableWriter<TRow>.Options, leaveOpen: true);
        rows.Write(text);
    }
}
