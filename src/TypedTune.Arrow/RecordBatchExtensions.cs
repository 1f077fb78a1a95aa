using Apache.Arrow;
using TypedTune.Learning;

namespace TypedTune.Arrow;

/// <summary>Converts record batches of Apache Arrow to tables and matrices, and back, as <see cref="ArrowFile"/> does. The values are copied. Thread safe.</summary>
public static class RecordBatchExtensions
{
    private const string Origin = "the record batch";

    /// <summary>Copies record batches of one schema, one after the other, into a table.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="batches">One at least.</param>
    /// <exception cref="ArgumentException">There is no batch.</exception>
    /// <exception cref="TableException">They do not hold such rows; the message names column and remedy.</exception>
    public static Table<TRow> ToTable<TRow>(this IEnumerable<RecordBatch> batches)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(batches);
        RecordBatch[] all = [.. batches];
        return all.Length == 0 ? throw new ArgumentException("A table needs a record batch, even if it has no rows.", nameof(batches)) : TableReading.Read<TRow>(ArrowColumn.From(all[0].Schema, all), Origin);
    }

    /// <summary>Copies a record batch into a table.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="batch">The batch.</param>
    /// <exception cref="TableException">It does not hold such rows; the message names column and remedy.</exception>
    public static Table<TRow> ToTable<TRow>(this RecordBatch batch)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(batch);
        return TableReading.Read<TRow>(ArrowColumn.From(batch.Schema, [batch]), Origin);
    }

    /// <summary>Copies a record batch into a matrix.</summary>
    /// <param name="batch">The batch.</param>
    /// <exception cref="TableException">A column holds neither numbers, truth values, dates, times, durations nor dictionary-encoded texts; the message names it.</exception>
    public static FeatureMatrix ToMatrix(this RecordBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return MatrixReading.Read(ArrowColumn.From(batch.Schema, [batch]), Origin);
    }

    /// <summary>Copies a table into a record batch.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="table">The rows.</param>
    public static RecordBatch ToRecordBatch<TRow>(this Table<TRow> table)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(table);
        return ColumnWriting.Join(
            table.RowCount,
            TRow.Schema.Columns.Select(column => (column.Header ?? column.Name, column.IsOptional, column is NumberColumn<TRow> numbers
                ? ColumnWriting.Write(table.Column(numbers), numbers.Kind)
                : ColumnWriting.Write(table.Column((CategoryColumn<TRow>)column)))));
    }

    /// <summary>Copies a matrix into a record batch; what is not-a-number becomes null.</summary>
    /// <param name="matrix">N × P.</param>
    public static RecordBatch ToRecordBatch(this FeatureMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return ColumnWriting.Join(matrix.RowCount, Enumerable.Range(0, matrix.ColumnCount).Select(column => (matrix.Names[column], true, Write(matrix, column))));
    }

    private static IArrowArray Write(FeatureMatrix matrix, int column)
    {
        double[] values = matrix.Column(column).ToArray();
        return matrix.Names.Levels(column) is { } levels
            ? ColumnWriting.Write(new Categories([.. levels], System.Array.ConvertAll(values, value => double.IsNaN(value) ? -1 : (int)value)))
            : ColumnWriting.Write(values, matrix.Kind(column));
    }
}
