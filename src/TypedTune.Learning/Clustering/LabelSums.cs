namespace TypedTune.Learning;

/// <summary>Sums a column by label: the second half of a step of k-means.</summary>
internal static class LabelSums
{
    /// <summary>Sums in four lanes: row r goes to lane r mod 4, whose sums lie behind those of the lane before.</summary>
    /// <param name="column">N values.</param>
    /// <param name="labels">N labels, from 0 to K − 1.</param>
    /// <param name="sums">4 × K sums, overwritten.</param>
    /// <remarks>Rows that stand together often share a label; in lanes of their own their additions need not wait for each other.</remarks>
    public static void Add(ReadOnlySpan<double> column, ReadOnlySpan<int> labels, Span<double> sums)
    {
        sums.Clear();
        int clusters = sums.Length / 4;
        var first = sums[..clusters];
        var second = sums.Slice(clusters, clusters);
        var third = sums.Slice(2 * clusters, clusters);
        var fourth = sums.Slice(3 * clusters, clusters);
        int row = 0;
        for (; row + 4 <= labels.Length; row += 4)
        {
            first[labels[row]] += column[row];
            second[labels[row + 1]] += column[row + 1];
            third[labels[row + 2]] += column[row + 2];
            fourth[labels[row + 3]] += column[row + 3];
        }

        for (; row < labels.Length; row++)
            sums[row % 4 * clusters + labels[row]] += column[row];
    }
}
