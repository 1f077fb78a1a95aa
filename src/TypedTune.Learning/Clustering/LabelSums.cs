namespace TypedTune.Learning;

/// <summary>Sums a column by label: the second half of a step of k-means.</summary>
/// <remarks>Rows that stand together often share a label; in four lanes their additions need not wait for each other.</remarks>
internal static class LabelSums
{
    /// <summary>Counts the rows of each label.</summary>
    /// <param name="labels">N labels, from 0 to K − 1.</param>
    /// <param name="lanes">Room for 4 × K counts; the first K are the result.</param>
    public static void Count(ReadOnlySpan<int> labels, Span<int> lanes)
    {
        lanes.Clear();
        int clusters = lanes.Length / 4;
        var first = lanes[..clusters];
        var second = lanes.Slice(clusters, clusters);
        var third = lanes.Slice(2 * clusters, clusters);
        var fourth = lanes.Slice(3 * clusters, clusters);
        int row = 0;
        for (; row + 4 <= labels.Length; row += 4)
        {
            first[labels[row]]++;
            second[labels[row + 1]]++;
            third[labels[row + 2]]++;
            fourth[labels[row + 3]]++;
        }

        for (; row < labels.Length; row++)
            first[labels[row]]++;
        for (int k = 0; k < clusters; k++)
            first[k] += second[k] + third[k] + fourth[k];
    }

    /// <summary>Sums in four lanes: row r goes to lane r mod 4, whose sums lie behind those of the lane before.</summary>
    /// <param name="column">N values.</param>
    /// <param name="labels">N labels, from 0 to K − 1.</param>
    /// <param name="sums">4 × K sums, overwritten.</param>
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
