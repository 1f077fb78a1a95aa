namespace TypedTune.Learning;

/// <summary>
/// Rows as codes of a byte, for trees that grew on the same bins: a value's code is the first bin whose threshold to the next one is not below it. So
/// which way it goes at a split of neighbouring bins, its code says. For one thread, which gives its buffers back at the end.
/// </summary>
internal sealed class CodedRows : IDisposable
{
    private readonly byte[] _codes;
    private readonly RowBlock _rows;

    private CodedRows(byte[] codes, int stride, RowBlock rows)
    {
        _codes = codes;
        _rows = rows;
        Stride = stride;
    }

    /// <summary>The rows' codes, row after row.</summary>
    public ReadOnlySpan<byte> Codes => _codes.AsSpan(0, _rows.Count * Stride);

    /// <summary>How far apart rows are: up to 64 columns no row lies in more cache lines than it has to.</summary>
    public int Stride { get; }

    /// <summary>Encodes rows.</summary>
    /// <param name="features">The rows; none of their values is missing.</param>
    /// <param name="rows">The same as a block.</param>
    /// <param name="columns">The bins of the columns, all of them plain.</param>
    public static CodedRows Of(FeatureMatrix features, RowBlock rows, ColumnBins[] columns)
    {
        int stride = (columns.Length + 15) / 16 * 16;
        byte[] codes = Buffers<byte>.Rent(rows.Count * stride);
        for (int c = 0; c < columns.Length; c++)
            columns[c].EncodeOthers(features.Column(c), codes.AsSpan(c), stride);
        return new CodedRows(codes, stride, rows);
    }

    /// <summary>A row's value.</summary>
    public double Value(int row, int column) => _rows.Values[row * _rows.Columns + column];

    /// <summary>Gives the buffers back.</summary>
    public void Dispose() => Buffers<byte>.Return(_codes);
}
