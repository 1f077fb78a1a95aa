using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTune.Learning;

/// <summary>
/// Sorts a column by the 32 bits in which its numbers differ most, byte by byte, the lowest first; what then is still out of order, mostly
/// nothing, by comparing. Linear in the rows where few numbers agree in so many bits, and never worse than comparing them all. Of 11,008
/// numbers 0.6 of the time of sorting by all 64 bits, which takes 0.45 of that of comparing.
/// </summary>
internal static class ColumnSort
{
    private const int Digits = sizeof(uint);
    private const int Values = 256;

    /// <summary>Below so many numbers, comparing them is quicker.</summary>
    private const int MinRows = 1024;

    /// <summary>Sorts finite numbers in place, upwards.</summary>
    /// <param name="column">The numbers; -0 comes before 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sort(Span<double> column)
    {
        if (column.Length < MinRows)
        {
            column.Sort();
            return;
        }

        var keys = MemoryMarshal.Cast<double, ulong>(column);
        ulong least = ulong.MaxValue, most = 0;
        foreach (ref ulong key in keys)
        {
            key = ToKey(key);
            least = Math.Min(least, key);
            most = Math.Max(most, key);
        }

        int rest = Math.Max(0, 64 - BitOperations.LeadingZeroCount(most - least) - 8 * Digits);
        Span<int> counts = stackalloc int[Digits * Values];
        counts.Clear();
        foreach (ulong key in keys)
        {
            uint bits = (uint)((key - least) >> rest);
            for (int digit = 0; digit < Digits; digit++)
                counts[digit * Values + (byte)(bits >> (8 * digit))]++;
        }

        ulong[] buffer = Buffers<ulong>.Rent(keys.Length);
        Span<ulong> from = keys, to = buffer.AsSpan(0, keys.Length);
        for (int digit = 0; digit < Digits; digit++)
        {
            var starts = counts.Slice(digit * Values, Values);
            int shift = rest + 8 * digit;

            // All in one place, as the last digits of whole numbers are.
            if (starts[(byte)((from[0] - least) >> shift)] == from.Length)
                continue;
            int start = 0;
            foreach (ref int count in starts)
                (count, start) = (start, start + count);
            foreach (ulong key in from)
                to[starts[(byte)((key - least) >> shift)]++] = key;
            var swap = from;
            from = to;
            to = swap;
        }

        if (rest > 0)
            SortRest(from, least, rest);
        for (int i = 0; i < keys.Length; i++)
            keys[i] = ToNumber(from[i]);
        Buffers<ulong>.Return(buffer);
    }

    // Only neighbours that agree in all bits but the rest can be out of order.
    private static void SortRest(Span<ulong> keys, ulong least, int rest)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            if (keys[i] >= keys[i - 1])
                continue;
            ulong bits = (keys[i] - least) >> rest;
            int start = i - 1, end = i + 1;
            while (start > 0 && (keys[start - 1] - least) >> rest == bits)
                start--;
            while (end < keys.Length && (keys[end] - least) >> rest == bits)
                end++;
            keys[start..end].Sort();
            i = end - 1;
        }
    }

    // Bits that order as the numbers do: negative numbers are reversed, positive ones put above them.
    private static ulong ToKey(ulong bits) => bits ^ ((ulong)((long)bits >> 63) | 1UL << 63);

    private static ulong ToNumber(ulong key) => key ^ (((key >> 63) - 1) | 1UL << 63);
}
