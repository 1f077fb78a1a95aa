namespace TypedTune.Learning;

/// <summary>One row of a table, read by column, from which a row object is created.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
public readonly struct RowReader<TRow>
    where TRow : IRow<TRow>
{
    private readonly ColumnStore<TRow> _store;
    private readonly int _row;

    internal RowReader(ColumnStore<TRow> store, int row)
    {
        _store = store;
        _row = row;
    }

    /// <summary>The number in a column; not-a-number where missing.</summary>
    /// <param name="ordinal">The column's place.</param>
    public double Number(int ordinal) => _store.Numbers(ordinal)[_row];

    /// <summary>The number in a column, or null where missing.</summary>
    /// <param name="ordinal">The column's place.</param>
    public double? OptionalNumber(int ordinal) => double.IsNaN(Number(ordinal)) ? null : Number(ordinal);

    /// <summary>The category in a column, or null where missing.</summary>
    /// <param name="ordinal">The column's place.</param>
    public string? Category(int ordinal) => _store.Categories(ordinal)[_row];
}
