using System.Data.Common;

namespace TypedTune.Learning;

/// <summary>Reads tables from any database.</summary>
/// <remarks>
/// <para>
/// Columns are matched by name as those of files are, see <see cref="RowSchemaExtensions.MatchColumns"/>, and others are ignored. A null is a missing value;
/// <see cref="Table{TRow}.MissingMarkers"/> says how many there were. Values are taken as they are, or converted where nothing is lost: whole numbers to wider ones, a
/// decimal to the nearest double, a <see cref="DateTime"/> at midnight to a date and one in UTC to a point in time, whole numbers and <see cref="Guid"/>s to categories of
/// any text. Text is read as a date, a time or a duration in ISO 8601 or the column's format, but never as a number.
/// </para>
/// <para>The reader is left open, behind its last row. It must not be used by another thread at the same time.</para>
/// </remarks>
public static class DbDataReaderExtensions
{
    /// <summary>Reads the rows that are left.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="reader">The result of a query, before its first row or further on.</param>
    /// <param name="origin">The query's name in messages.</param>
    /// <returns>A row for each row of the result, in its order; none is legal.</returns>
    /// <exception cref="TableException">A column is not there, or a value is missing, of another type or out of range; the message names row, column, value and remedy.</exception>
    /// <exception cref="DbException">The database fails.</exception>
    public static Table<TRow> ToTable<TRow>(this DbDataReader reader, string origin = "the query")
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrEmpty(origin);
        var table = new DbTableReader<TRow>(reader, origin);
        while (reader.Read())
            table.Append();
        return table.ToTable();
    }

    /// <summary>Reads the rows that are left without holding a thread while it waits for the database.</summary>
    /// <inheritdoc cref="ToTable{TRow}"/>
    /// <param name="reader">The result of a query, before its first row or further on.</param>
    /// <param name="origin">The query's name in messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<Table<TRow>> ToTableAsync<TRow>(this DbDataReader reader, string origin = "the query", CancellationToken cancellationToken = default)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrEmpty(origin);
        var table = new DbTableReader<TRow>(reader, origin);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            table.Append();
        return table.ToTable();
    }
}
