using Apache.Arrow;
using Apache.Arrow.Ipc;
using TypedTune.Learning;

namespace TypedTune.Arrow;

/// <summary>Reads and writes tables and matrices as files and streams of Apache Arrow (IPC). Thread safe.</summary>
/// <remarks>
/// <para>
/// A file (Feather, version 2) and a stream are told apart by their first bytes; a path is written as a file, a stream as a stream. Bodies may be compressed by LZ4 or
/// Zstandard when read, and are not when written. Several record batches are read as one table.
/// </para>
/// <para>
/// Columns are matched by name as those of text files are, see <see cref="RowSchemaExtensions.MatchColumns"/>, and others are ignored. What is null, or not-a-number, is missing.
/// Numbers are read from integers, floating-point numbers and decimals of any width, if nothing but the last bits of a decimal is lost; truth values from booleans; dates,
/// times and durations from those of any unit; categories from texts, dictionary-encoded or not. They are written as int64, float64, bool, date32, timestamp, duration and
/// dictionary-encoded text: timestamps and durations in nanoseconds where all values of the column fit, else in microseconds, which a value finer than that is refused for.
/// </para>
/// </remarks>
public static class ArrowFile
{
    /// <summary>Reads a file.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="path">The file.</param>
    /// <returns>A row for each row of the file, in its order; none is legal.</returns>
    /// <exception cref="TableException">The file is damaged, or does not hold such rows; the message names column and remedy.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Table<TRow> Read<TRow>(string path)
        where TRow : IRow<TRow>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = File.OpenRead(path);
        return ArrowInput.Read(file, path, TableReading.Read<TRow>);
    }

    /// <summary>Reads a stream to its end. The stream is left open.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="stream">The stream; it must be able to seek where it holds a file.</param>
    /// <returns>A row for each row of the stream, in its order; none is legal.</returns>
    /// <exception cref="TableException">The stream is damaged, or does not hold such rows; the message names column and remedy.</exception>
    public static Table<TRow> Read<TRow>(Stream stream)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ArrowInput.Read(stream, ArrowInput.StreamName, TableReading.Read<TRow>);
    }

    /// <summary>Reads a file all of whose columns are numbers, truth values, dates, times, durations or dictionary-encoded texts.</summary>
    /// <param name="path">The file.</param>
    /// <returns>A matrix with the columns' names; missing values are not-a-number.</returns>
    /// <exception cref="TableException">The file is damaged, or has another column; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FeatureMatrix ReadMatrix(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = File.OpenRead(path);
        return ArrowInput.Read(file, path, MatrixReading.Read);
    }

    /// <summary>Reads a stream all of whose columns are numbers, truth values, dates, times, durations or dictionary-encoded texts. The stream is left open.</summary>
    /// <param name="stream">The stream; it must be able to seek where it holds a file.</param>
    /// <returns>A matrix with the columns' names; missing values are not-a-number.</returns>
    /// <exception cref="TableException">The stream is damaged, or has another column; the message names it.</exception>
    public static FeatureMatrix ReadMatrix(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ArrowInput.Read(stream, ArrowInput.StreamName, MatrixReading.Read);
    }

    /// <summary>Writes a file, over an older one if need be.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="table">The rows; <see cref="Read{TRow}(string)"/> gives the same.</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write<TRow>(Table<TRow> table, string path)
        where TRow : IRow<TRow>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WriteFile(table.ToRecordBatch(), path);
    }

    /// <summary>Writes a stream, which is left open.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="table">The rows; <see cref="Read{TRow}(Stream)"/> gives the same.</param>
    /// <param name="stream">Gets the bytes.</param>
    public static void Write<TRow>(Table<TRow> table, Stream stream)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(stream);
        WriteStream(table.ToRecordBatch(), stream);
    }

    /// <summary>Writes a file, over an older one if need be.</summary>
    /// <param name="matrix">N × P; <see cref="ReadMatrix(string)"/> gives the same.</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteMatrix(FeatureMatrix matrix, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WriteFile(matrix.ToRecordBatch(), path);
    }

    /// <summary>Writes a stream, which is left open.</summary>
    /// <param name="matrix">N × P; <see cref="ReadMatrix(Stream)"/> gives the same.</param>
    /// <param name="stream">Gets the bytes.</param>
    public static void WriteMatrix(FeatureMatrix matrix, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        WriteStream(matrix.ToRecordBatch(), stream);
    }

    private static void WriteFile(RecordBatch batch, string path)
    {
        using (batch)
        {
            WholeFile.Write(path, file =>
            {
                using var writer = new ArrowFileWriter(file, batch.Schema, leaveOpen: true);
                writer.WriteRecordBatch(batch);
                writer.WriteEnd();
            });
        }
    }

    private static void WriteStream(RecordBatch batch, Stream stream)
    {
        using (batch)
        {
            using var writer = new ArrowStreamWriter(stream, batch.Schema, leaveOpen: true);
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }
    }
}
