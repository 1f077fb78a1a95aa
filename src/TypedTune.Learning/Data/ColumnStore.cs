namespace TypedTune.Learning;

/// <summary>The values of a table, column by column; shared by every view of the table.</summary>
internal sealed class ColumnStore<TRow>
    where TRow : IRow<TRow>
{
    private readonly object[] _columns;

    /// <summary>Takes over columns: a <c>double[]</c> or a <see cref="Learning.Categories"/> each, as the schema says.</summary>
    public ColumnStore(int rowCount, object[] columns)
    {
        RowCount = rowCount;
        _columns = columns;
    }

    public int RowCount { get; }

    public double[] Numbers(int ordinal) => (double[])_columns[ordinal];

    public Categories Categories(int ordinal) => (Categories)_columns[ordinal];
}
