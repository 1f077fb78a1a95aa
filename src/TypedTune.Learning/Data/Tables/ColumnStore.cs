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

    /// <summary>What was taken as missing when the columns were read; empty where they were not read from text.</summary>
    public IReadOnlyList<MarkerCount> MissingMarkers { get; init; } = [];

    /// <summary>The rows at the given indices, copied.</summary>
    public ColumnStore<TRow> TakeRows(int[] rows) => new(rows.Length, Array.ConvertAll(_columns, column => Take(column, rows))) { MissingMarkers = MissingMarkers };

    /// <summary>A copy with one column in another order.</summary>
    public ColumnStore<TRow> Permute(int ordinal, int[] order)
    {
        object[] columns = [.. _columns];
        columns[ordinal] = Take(columns[ordinal], order);
        return new ColumnStore<TRow>(RowCount, columns) { MissingMarkers = MissingMarkers };
    }

    public double[] Numbers(int ordinal) => (double[])_columns[ordinal];

    public Categories Categories(int ordinal) => (Categories)_columns[ordinal];

    private static object Take(object column, int[] rows) =>
        column is double[] numbers ? Array.ConvertAll(rows, row => numbers[row]) : ((Categories)column).TakeRows(rows);
}
