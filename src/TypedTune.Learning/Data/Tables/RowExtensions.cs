namespace TypedTune.Learning;

/// <summary>Makes tables of rows that are at hand, or come one after the other.</summary>
public static class RowExtensions
{
    /// <summary>Copies rows into a table.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="rows">Any number of rows.</param>
    /// <exception cref="ArgumentException">A category is not one that its column declares, such as an undeclared value of an enum.</exception>
    public static Table<TRow> ToTable<TRow>(this IEnumerable<TRow> rows)
        where TRow : IRow<TRow> => new(rows);

    /// <summary>Waits for all rows and copies them into a table.</summary>
    /// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
    /// <param name="rows">Any number of rows, which end.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="ArgumentException">A category is not one that its column declares, such as an undeclared value of an enum.</exception>
    public static async Task<Table<TRow>> ToTableAsync<TRow>(this IAsyncEnumerable<TRow> rows, CancellationToken cancellationToken = default)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(rows);
        var all = new List<TRow>();
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            all.Add(row);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new Table<TRow>(all);
    }
}
