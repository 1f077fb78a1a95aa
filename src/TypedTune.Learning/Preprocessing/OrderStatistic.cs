namespace TypedTune.Learning;

/// <summary>Values by their rank, without sorting all of them (Hoare, "Algorithm 65: Find", 1961).</summary>
internal static class OrderStatistic
{
    /// <summary>Moves the value of a rank to its place: no value before it is larger, and none behind it is smaller.</summary>
    /// <param name="values">Reordered in place; none is not-a-number.</param>
    /// <param name="rank">From 0.</param>
    /// <returns>The value.</returns>
    public static double Select(Span<double> values, int rank)
    {
        int low = 0, high = values.Length - 1;

        // Halving on average; an input that does not halve in a fair number of rounds is sorted instead.
        for (int rounds = 2 * int.Log2(values.Length) + 2; high - low >= 16 && rounds > 0; rounds--)
        {
            double pivot = MedianOf(values[low], values[(low + high) >>> 1], values[high]);
            int left = low, right = high;
            while (left <= right)
            {
                while (values[left] < pivot)
                    left++;
                while (values[right] > pivot)
                    right--;
                if (left > right)
                    break;
                (values[left], values[right]) = (values[right], values[left]);
                left++;
                right--;
            }

            if (rank <= right)
                high = right;
            else if (rank >= left)
                low = left;
            else
                return values[rank];
        }

        values[low..(high + 1)].Sort();
        return values[rank];
    }

    private static double MedianOf(double a, double b, double c) =>
        Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
