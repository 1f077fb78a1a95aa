namespace TypedTune.Learning;

/// <summary>Sorts rows by codes in the upper half of a number: few by insertion, many by the bytes of the codes, the lowest first.</summary>
internal static class CodeSort
{
    private const int Values = 256;

    /// <summary>Up to so many rows, insertion is quicker.</summary>
    private const int MostInserted = 48;

    /// <summary>Sorts.</summary>
    /// <param name="keys">The rows, in ascending order of the lower halves.</param>
    /// <param name="other">Room for as many.</param>
    /// <returns>The sorted rows, in one of the two.</returns>
    public static Span<ulong> Sort(Span<ulong> keys, Span<ulong> other)
    {
        if (keys.Length <= MostInserted)
        {
            Insert(keys);
            return keys;
        }

        ulong all = 0;
        foreach (ulong key in keys)
            all |= key;
        Span<int> starts = stackalloc int[Values];
        for (int shift = 32; shift < 64 && all >> shift != 0; shift += 8)
        {
            starts.Clear();
            foreach (ulong key in keys)
                starts[(byte)(key >> shift)]++;
            int start = 0;
            foreach (ref int count in starts)
                (count, start) = (start, start + count);
            foreach (ulong key in keys)
                other[starts[(byte)(key >> shift)]++] = key;
            var swap = keys;
            keys = other;
            other = swap;
        }

        return keys;
    }

    private static void Insert(Span<ulong> keys)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            ulong key = keys[i];
            int at = i;
            for (; at > 0 && keys[at - 1] > key; at--)
                keys[at] = keys[at - 1];
            keys[at] = key;
        }
    }
}
