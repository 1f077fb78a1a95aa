using TypedTune.Learning;

namespace TypedTune.Benchmarks.Forests;

/// <summary>A node's rows as kernels see them: 32 columns of byte codes, a target that follows two of them, weights as of a bootstrap sample.</summary>
internal sealed class KernelData
{
    private const int Columns = 32;

    public KernelData(int rows)
    {
        Rows = rows;
        Layout = RecordLayout.OfNumbers(Columns, codeBytes: 1);
        Records = Layout.Allocate(rows);
        var stream = Seed.Of(rows).Stream();
        for (int row = 0; row < rows; row++)
        {
            var record = Records.AsSpan(row * Layout.Stride);
            for (int column = 0; column < Columns; column++)
                record[column] = (byte)stream.NextBelow(256);
            Layout.SetTarget(record, record[0] + record[1] / 2.0 + stream.NextNormal());
            BitConverter.TryWriteBytes(record[Layout.WeightOffset..], 1f + stream.NextBelow(3));
        }

        Summary = NodeSummary.Of(Records, Layout, rows);
    }

    public int Rows { get; }

    public RecordLayout Layout { get; }

    public byte[] Records { get; }

    public NodeSummary Summary { get; }

    /// <summary>Eight features, one a lane.</summary>
    public int[] Features { get; } = [3, 0, 17, 8, 1, 30, 22, 11];
}
