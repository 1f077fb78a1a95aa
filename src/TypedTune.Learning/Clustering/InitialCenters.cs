namespace TypedTune.Learning;

/// <summary>
/// Greedy k-means++ (Arthur and Vassilvitskii, "k-means++: the advantages of careful seeding", 2007): each further center is a
/// row drawn with a chance proportional to its squared distance from the centers so far, the best of 2 + ⌊ln k⌋ draws.
/// </summary>
internal static class InitialCenters
{
    /// <summary>How many numbers of scratch a row takes.</summary>
    public const int ScratchRows = 2;

    /// <summary>Chooses centers among the rows.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="stream">Where the draws come from.</param>
    /// <param name="centers">K × P numbers, center after center, overwritten.</param>
    /// <param name="scratch">Room for <see cref="ScratchRows"/> × N numbers.</param>
    public static void Choose(FeatureMatrix features, RandomStream stream, Span<double> centers, Span<double> scratch)
    {
        int rows = features.RowCount;
        int dimensions = features.ColumnCount;
        int clusters = centers.Length / dimensions;
        var columns = features.AsColumnMajor();
        var closest = scratch[..rows];
        var cumulated = scratch.Slice(rows, rows);
        var sums = new double[2 + (int)Math.Log(clusters)];
        var drawn = new double[sums.Length * dimensions].AsSpan();

        CopyRow(features, stream.NextBelow(rows), centers[..dimensions]);
        SquaredDistances.ToPoint(columns, rows, 0, centers[..dimensions], closest);
        for (int k = 1; k < clusters; k++)
        {
            double total = Cumulate(closest, cumulated);
            for (int i = 0; i < sums.Length; i++)
                CopyRow(features, Pick(cumulated, stream.NextDouble() * total), drawn.Slice(i * dimensions, dimensions));
            ClosestDistances.AddUp(columns, drawn, closest, sums);
            var center = centers.Slice(k * dimensions, dimensions);
            drawn.Slice(Array.IndexOf(sums, sums.Min()) * dimensions, dimensions).CopyTo(center);
            ClosestDistances.Take(columns, center, closest);
        }
    }

    private static double Cumulate(ReadOnlySpan<double> values, Span<double> cumulated)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
            cumulated[i] = sum += values[i];
        return sum;
    }

    // The first row whose sum lies above the draw: never one at distance 0, unless every row is.
    private static int Pick(ReadOnlySpan<double> cumulated, double draw)
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

        return low;
    }

    private static void CopyRow(FeatureMatrix features, int row, Span<double> to)
    {
        for (int c = 0; c < to.Length; c++)
            to[c] = features.Column(c)[row];
    }
}
