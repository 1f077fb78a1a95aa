namespace TypedTune.Learning;

/// <summary>The training rows as records of bins, with the bins of every column. Made once a fit and shared by its trees.</summary>
internal sealed class BinnedRows
{
    private readonly byte[] _records;

    private BinnedRows(byte[] records, RecordLayout layout, int rows, ColumnBins[] columns)
    {
        _records = records;
        Layout = layout;
        RowCount = rows;
        Columns = columns;
    }

    /// <summary>How the records lie.</summary>
    public RecordLayout Layout { get; }

    /// <summary>N, the number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The bins of each column.</summary>
    public ColumnBins[] Columns { get; }

    /// <summary>Bins the columns, in parallel.</summary>
    /// <param name="features">N × P, finite.</param>
    /// <param name="target">N finite numbers.</param>
    /// <param name="context">Whose threads to borrow.</param>
    public static BinnedRows Of(FeatureMatrix features, double[] target, FitContext context)
    {
        var layout = new RecordLayout(features.ColumnCount);
        var records = layout.Allocate(features.RowCount);
        var columns = new ColumnBins[features.ColumnCount];
        context.For(columns.Length, c =>
        {
            var values = features.Column(c);
            columns[c] = ColumnBins.Of(values);
            columns[c].Encode(values, records.AsSpan(c), layout.Stride);
        });
        for (int row = 0; row < target.Length; row++)
            layout.SetTarget(records.AsSpan(row * layout.Stride), target[row]);
        return new BinnedRows(records, layout, features.RowCount, columns);
    }

    /// <summary>Copies the rows that have a weight, with it, in the order of the rows.</summary>
    /// <param name="weights">N weights; rows of weight 0 are left out.</param>
    /// <param name="records">Where they go.</param>
    /// <returns>How many rows have a weight.</returns>
    public int CopyTo(ReadOnlySpan<int> weights, Span<byte> records)
    {
        int stride = Layout.Stride;
        int count = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            if (weights[row] == 0)
                continue;
            var record = records.Slice(count * stride, stride);
            _records.AsSpan(row * stride, stride).CopyTo(record);
            Layout.SetWeight(record, weights[row]);
            count++;
        }

        return count;
    }
}
