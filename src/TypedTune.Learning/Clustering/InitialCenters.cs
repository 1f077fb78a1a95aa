using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// Greedy k-means++ (Arthur and Vassilvitskii, "k-means++: the advantages of careful seeding", 2007): each further center is a
/// row drawn with a chance proportional to its squared distance from the centers so far, the best of 2 + ⌊ln k⌋ draws.
/// </summary>
internal static class InitialCenters
{
    // A sum over each block and not each row: the additions of one row after the other would wait for each other.
    private const int BlockRows = 64;

    /// <summary>How many numbers of scratch N rows take.</summary>
    public static int Scratch(int rows) => rows + Blocks(rows);

    /// <summary>Chooses centers among the rows.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="stream">Where the draws come from.</param>
    /// <param name="centers">K × P numbers, center after center, overwritten.</param>
    /// <param name="scratch">Room for <see cref="Scratch"/> numbers.</param>
    public static void Choose(FeatureMatrix features, RandomStream stream, Span<double> centers, Span<double> scratch)
    {
        int rows = features.RowCount;
        int dimensions = features.ColumnCount;
        int clusters = centers.Length / dimensions;
        var columns = features.AsColumnMajor();
        var closest = scratch[..rows];
        var cumulated = scratch.Slice(rows, Blocks(rows));
        var sums = new double[2 + (int)PortableMath.Log(clusters)];
        var drawn = new double[sums.Length * dimensions].AsSpan();

        CopyRow(features, stream.NextBelow(rows), centers[..dimensions]);
        SquaredDistances.ToPoint(columns, rows, 0, centers[..dimensions], closest);
        for (int k = 1; k < clusters; k++)
        {
            double total = Cumulate(closest, cumulated);
            for (int i = 0; i < sums.Length; i++)
                CopyRow(features, Pick(closest, cumulated, stream.NextDouble() * total), drawn.Slice(i * dimensions, dimensions));
            ClosestDistances.AddUp(columns, drawn, closest, sums);
            var center = centers.Slice(k * dimensions, dimensions);
            drawn.Slice(Array.IndexOf(sums, sums.Min()) * dimensions, dimensions).CopyTo(center);
            ClosestDistances.Take(columns, center, closest);
        }
    }

    private static int Blocks(int rows) => (rows + BlockRows - 1) / BlockRows;

    private static double Cumulate(ReadOnlySpan<double> values, Span<double> cumulated)
    {
        double sum = 0;
        for (int block = 0; block < cumulated.Length; block++)
            cumulated[block] = sum += SumOf(BlockOf(values, block));
        return sum;
    }

    private static ReadOnlySpan<double> BlockOf(ReadOnlySpan<double> values, int block) =>
        values.Slice(block * BlockRows, Math.Min(BlockRows, values.Length - block * BlockRows));

    private static double SumOf(ReadOnlySpan<double> block)
    {
        double rest = 0;
        var lanes = Vector512<double>.Zero;
        int at = 0;
        for (; at + Vector512<double>.Count <= block.Length; at += Vector512<double>.Count)
            lanes += Vector512.Create(block.Slice(at, Vector512<double>.Count));
        for (; at < block.Length; at++)
            rest += block[at];
        var four = lanes.GetLower() + lanes.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1] + rest;
    }

    // The first row whose sum lies above the draw: never one at distance 0, unless every row is.
    private static int Pick(ReadOnlySpan<double> values, ReadOnlySpan<double> cumulated, double draw)
    {
        int low = 0, high = cumulated.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (cumulated[middle] > draw)
                high = middle;
            else
                low = middle + 1;
        }

        // Added up in another order, the block may end at or below the draw: then it is the last that adds something.
        var block = BlockOf(values, low);
        double sum = low == 0 ? 0 : cumulated[low - 1];
        int last = 0;
        for (int i = 0; i < block.Length && sum <= draw; i++)
        {
            sum += block[i];
            if (block[i] > 0)
                last = i;
        }

        return low * BlockRows + last;
    }

    private static void CopyRow(FeatureMatrix features, int row, Span<double> to)
    {
        for (int c = 0; c < to.Length; c++)
            to[c] = features.Column(c)[row];
    }
}
