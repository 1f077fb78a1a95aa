namespace TypedTune.Learning;

/// <summary>Rows in blocks, each row's values side by side: what trees read fastest.</summary>
internal static class RowBlocks
{
    // A tree is fetched from memory once a block, so blocks are as large as the second-level cache has room for beside it:
    // 0.018 s for 4,128 rows instead of 0.033 with 256 rows a block. No larger than to give each thread two.
    private const int MinRows = 64;
    private const int MaxRows = 2048;
    private const int MaxValues = 1 << 16;

    /// <summary>Works on one block.</summary>
    /// <param name="start">Its first row.</param>
    /// <param name="count">How many rows it has.</param>
    /// <param name="rows">Their values, row after row.</param>
    public delegate void Body(int start, int count, ReadOnlySpan<double> rows);

    /// <summary>Runs <paramref name="body"/> for every block, in parallel.</summary>
    /// <param name="features">M × P.</param>
    /// <param name="context">Whose threads to borrow.</param>
    /// <param name="body">Called once a block.</param>
    public static void For(FeatureMatrix features, FitContext context, Body body)
    {
        int columns = features.ColumnCount;
        int share = (features.RowCount + 2 * context.Scheduler.DegreeOfParallelism - 1) / (2 * context.Scheduler.DegreeOfParallelism);
        int blockRows = Math.Clamp(share, MinRows, Math.Clamp(MaxValues / columns, MinRows, MaxRows));
        context.For((features.RowCount + blockRows - 1) / blockRows, block =>
        {
            int start = block * blockRows;
            int count = Math.Min(blockRows, features.RowCount - start);
            var rows = new double[count * columns];
            for (int c = 0; c < columns; c++)
            {
                var column = features.Column(c).Slice(start, count);
                for (int i = 0; i < column.Length; i++)
                    rows[i * columns + c] = column[i];
            }

            body(start, count, rows);
        });
    }
}
