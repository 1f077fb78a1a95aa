using System.IO.Compression;
using System.Text;
using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Reads and writes tables as comma-separated values (RFC 4180), UTF-8, with a header. Thread safe.</summary>
/// <remarks>
/// <para>
/// A column's header is its <see cref="Column{TRow}.Header"/>, exactly, if it has one; else the property's name, compared without case, spaces, underscores, dots and
/// hyphens: <c>MedianIncome</c> is <c>median_income</c>. The order of the headers is free, and other columns of the file are ignored. Fields may be quoted, lines may
/// end in CR LF, blank lines and a byte order mark are skipped. A file that is compressed by gzip is recognized by its first bytes.
/// </para>
/// <para>
/// An empty field is a missing value, and so are <c>NA</c> and other markers, see <see cref="CsvOptions.Missing"/>, quoted or not;
/// <see cref="Table{TRow}.MissingMarkers"/> says how many there were. Numbers have a point for the decimals, whatever the thread's culture is. Truth values are
/// <c>true</c>, <c>false</c>, 1 and 0 in any case. Dates and times are in ISO 8601, with a space for the <c>T</c> or not. Categories are taken as they stand, white
/// space included. <see cref="CsvOptions"/> says otherwise.
/// </para>
/// </remarks>
public static class Csv
{
    private const FileOptions Sequential = FileOptions.SequentialScan;

    /// <summary>Reads a file.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="path">The file, compressed by gzip or not.</param>
    /// <param name="options">How it is written; default: UTF-8, commas, points for the decimals.</param>
    /// <returns>A row for each line of data, at least one, in the file's order.</returns>
    /// <exception cref="CsvException">The file does not hold such rows; the message names row, column, value and remedy.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Table<TRow> Read<TRow>(string path, CsvOptions? options = null)
        where TRow : IRow<TRow>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var table = new CsvTableReader<TRow>(path, options ?? CsvOptions.Default);
        using var file = OpenFile(path, isAsync: false);
        CsvRun.Read(table.Rows, file, options ?? CsvOptions.Default);
        return table.ToTable();
    }

    /// <summary>Reads a stream, from where it stands to its end. The stream is left open.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="stream">The bytes, compressed by gzip or not.</param>
    /// <param name="options">How they are written, and their name in messages.</param>
    /// <returns>A row for each line of data, at least one, in the stream's order.</returns>
    /// <exception cref="CsvException">The stream does not hold such rows; the message names row, column, value and remedy.</exception>
    public static Table<TRow> Read<TRow>(Stream stream, CsvOptions? options = null)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= CsvOptions.Default;
        var table = new CsvTableReader<TRow>(options.Source, options);
        CsvRun.Read(table.Rows, stream, options);
        return table.ToTable();
    }

    /// <summary>Reads text, from where the reader stands to its end. The reader is left open.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="reader">The text.</param>
    /// <param name="options">How it is written, but for the encoding, and its name in messages.</param>
    /// <returns>A row for each line of data, at least one, in the text's order.</returns>
    /// <exception cref="CsvException">The text does not hold such rows; the message names row, column, value and remedy.</exception>
    public static Table<TRow> Read<TRow>(TextReader reader, CsvOptions? options = null)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(reader);
        options ??= CsvOptions.Default;
        var table = new CsvTableReader<TRow>(options.Source, options);
        using var text = CsvReader.Create(reader, table.Rows.ReaderOptions(), leaveOpen: true);
        CsvRun.Read(table.Rows, text);
        return table.ToTable();
    }

    /// <summary>Reads a file without holding a thread while it waits for the disk.</summary>
    /// <inheritdoc cref="Read{TRow}(string, CsvOptions?)"/>
    /// <param name="path">The file, compressed by gzip or not.</param>
    /// <param name="options">How it is written; default: UTF-8, commas, points for the decimals.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<Table<TRow>> ReadAsync<TRow>(string path, CsvOptions? options = null, CancellationToken cancellationToken = default)
        where TRow : IRow<TRow>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var table = new CsvTableReader<TRow>(path, options ?? CsvOptions.Default);
        using var file = OpenFile(path, isAsync: true);
        await CsvRun.ReadAsync(table.Rows, file, options ?? CsvOptions.Default, cancellationToken).ConfigureAwait(false);
        return table.ToTable();
    }

    /// <summary>Reads a stream, from where it stands to its end, without holding a thread while it waits. The stream is left open.</summary>
    /// <inheritdoc cref="Read{TRow}(Stream, CsvOptions?)"/>
    /// <param name="stream">The bytes, compressed by gzip or not.</param>
    /// <param name="options">How they are written, and their name in messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<Table<TRow>> ReadAsync<TRow>(Stream stream, CsvOptions? options = null, CancellationToken cancellationToken = default)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= CsvOptions.Default;
        var table = new CsvTableReader<TRow>(options.Source, options);
        await CsvRun.ReadAsync(table.Rows, stream, options, cancellationToken).ConfigureAwait(false);
        return table.ToTable();
    }

    /// <summary>Reads a file all of whose columns are numbers.</summary>
    /// <param name="path">The file, compressed by gzip or not.</param>
    /// <param name="options">How it is written; default: UTF-8, commas, points for the decimals.</param>
    /// <returns>A matrix with the headers as names; a missing value is not-a-number.</returns>
    /// <exception cref="CsvException">A value is no number, or the header is not one name a column; the message names row, column, value and remedy.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FeatureMatrix ReadMatrix(string path, CsvOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var matrix = new CsvMatrixReader(path, options ?? CsvOptions.Default);
        using var file = OpenFile(path, isAsync: false);
        CsvRun.Read(matrix.Rows, file, options ?? CsvOptions.Default);
        return matrix.ToMatrix();
    }

    /// <summary>Reads a file all of whose columns are numbers, one of which is to be predicted.</summary>
    /// <param name="path">The file, compressed by gzip or not.</param>
    /// <param name="target">The header of the column to be predicted, exactly.</param>
    /// <param name="options">How it is written; default: UTF-8, commas, points for the decimals.</param>
    /// <returns>The other columns with their headers as names, and the target.</returns>
    /// <exception cref="CsvException">A value is no number, a target is missing, or the header is not one name a column; the message names row, column, value and remedy.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Dataset ReadDataset(string path, string target, CsvOptions? options = null) => ReadDataset(path, target, isLabel: false, options ?? CsvOptions.Default);

    /// <summary>Reads a file all of whose columns are numbers but for one, whose texts are the labels to be predicted.</summary>
    /// <param name="path">The file, compressed by gzip or not.</param>
    /// <param name="target">The header of the column of labels, exactly.</param>
    /// <param name="options">How it is written; default: UTF-8, commas, points for the decimals.</param>
    /// <returns>The other columns with their headers as names, and the labels, which may look like numbers.</returns>
    /// <exception cref="CsvException">A value is no number, a label is missing, or the header is not one name a column; the message names row, column, value and remedy.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Dataset ReadLabeledDataset(string path, string target, CsvOptions? options = null) => ReadDataset(path, target, isLabel: true, options ?? CsvOptions.Default);

    /// <summary>Writes a file, over an older one if need be: without a byte order mark, lines end in LF, and compressed by gzip if its name ends in <c>.gz</c>.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="table">The rows. Numbers are written such that <see cref="Read{TRow}(string, CsvOptions?)"/> with the same options gives the same bits.</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="options">How it is written; default: UTF-8, commas, points for the decimals.</param>
    /// <exception cref="ArgumentException">
    /// A value could not be read back: missing where the property is not nullable, infinite, a category that is a marker of missing values or not of the encoding, or a time
    /// of which the column's format tells a part only. Nothing is written.
    /// </exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write<TRow>(Table<TRow> table, string path, CsvOptions? options = null)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= CsvOptions.Default;
        var rows = new CsvTableWriter<TRow>(table, options, options.StrictEncoding);
        WholeFile.Write(path, file =>
        {
            if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                using var compressed = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
                Write(rows, compressed, options.StrictEncoding);
            }
            else
            {
                Write(rows, file, options.StrictEncoding);
            }
        });
    }

    /// <summary>Writes text; lines end in LF. The writer is left open.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="table">The rows. Numbers are written such that <see cref="Read{TRow}(TextReader, CsvOptions?)"/> with the same options gives the same bits.</param>
    /// <param name="writer">The writer that gets the text.</param>
    /// <param name="options">How it is written, but for the encoding.</param>
    /// <inheritdoc cref="Write{TRow}(Table{TRow}, string, CsvOptions?)" path="/exception[1]"/>
    public static void Write<TRow>(Table<TRow> table, TextWriter writer, CsvOptions? options = null)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(writer);
        var rows = new CsvTableWriter<TRow>(table, options ?? CsvOptions.Default, encoding: null);
        using var text = CsvWriter.Create(writer, rows.WriterOptions, leaveOpen: true);
        rows.Write(text);
    }

    private static void Write<TRow>(CsvTableWriter<TRow> rows, Stream bytes, Encoding? encoding)
        where TRow : IRow<TRow>
    {
        if (encoding is null)
        {
            using var plain = CsvWriter.Create(bytes, rows.WriterOptions, leaveOpen: true);
            rows.Write(plain);
            return;
        }

        using var text = new StreamWriter(bytes, encoding, leaveOpen: true);
        using var encoded = CsvWriter.Create(text, rows.WriterOptions, leaveOpen: true);
        rows.Write(encoded);
    }

    private static Dataset ReadDataset(string path, string target, bool isLabel, CsvOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(target);
        var matrix = new CsvMatrixReader(path, options, target, isLabel);
        using var file = OpenFile(path, isAsync: false);
        CsvRun.Read(matrix.Rows, file, options);
        return matrix.ToDataset();
    }

    private static FileStream OpenFile(string path, bool isAsync) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, isAsync ? Sequential | FileOptions.Asynchronous : Sequential);
}
