using System.Numerics;

namespace TypedTune.Learning;

/// <summary>Sorts whole numbers by their digits.</summary>
internal static class KeySort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int Passes = 3;

    // Below, comparing is quicker than counting digits.
    private const int Few = 2_000;

    /// <summary>Sorts keys, and values along with them if there are any.</summary>
    /// <param name="keys">N numbers; used as a buffer.</param>
    /// <param name="values">N values, or none; used as a buffer.</param>
    /// <returns>The keys, ascending, and their values; equal keys in any order.</returns>
    public static (ulong[] Keys, TValue[] Values) Sort<TValue>(ulong[] keys, TValue[] values)
    {
        if (keys.Length < Few)
        {
            SortRun(keys, values, 0, keys.Length);
            return (keys, values);
        }

        ulong used = 0;
        foreach (ulong key in keys)
            used |= key;
        int rest = Math.Max(0, 64 - BitOperations.LeadingZeroCount(used) - Passes * DigitBits);
        (keys, values) = SortHighest(keys, values, rest);

        // Few keys share so many bits; those that do are compared.
        for (int start = 0; rest > 0 && start < keys.Length;)
        {
            int end = start + 1;
            while (end < keys.Length && keys[end] >> rest == keys[start] >> rest)
                end++;
            if (end > start + 1)
                SortRun(keys, values, start, end);
            start = end;
        }

        return (keys, values);
    }

    private static void SortRun<TValue>(ulong[] keys, TValue[] values, int start, int end)
    {
        if (values.Length == 0)
            keys.AsSpan(start..end).Sort();
        else
            keys.AsSpan(start..end).Sort(values.AsSpan(start..end));
    }

    // From the last digit of the highest bits to the first; digits that are the same everywhere are passed over.
    private static (ulong[] Keys, TValue[] Values) SortHighest<TValue>(ulong[] keys, TValue[] values, int rest)
    {
        var counts = new int[Passes * Digits];
        foreach (ulong key in keys)
        {
            ulong high = key >> rest;
            counts[(int)high & (Digits - 1)]++;
            counts[Digits + ((int)(high >> DigitBits) & (Digits - 1))]++;
            counts[2 * Digits + ((int)(high >> (2 * DigitBits)) & (Digits - 1))]++;
        }

        var (otherKeys, otherValues) = (new ulong[keys.Length], new TValue[values.Length]);
        for (int pass = 0; pass < Passes; pass++)
        {
            int shift = rest + pass * DigitBits;
            var places = counts.AsSpan(pass * Digits, Digits);
            if (places[(int)(keys[0] >> shift) & (Digits - 1)] == keys.Length)
                continue;
            int place = 0;
            for (int digit = 0; digit < Digits; digit++)
                (places[digit], place) = (place, place + places[digit]);
            if (values.Length == 0)
                Scatter(keys, otherKeys, places, shift);
            else
                Scatter(keys, otherKeys, values, otherValues, places, shift);
            (keys, otherKeys) = (otherKeys, keys);
            (values, otherValues) = (otherValues, values);
        }

        return (keys, values);
    }

    private static void Scatter(ulong[] keys, ulong[] to, Span<int> places, int shift)
    {
        foreach (ulong key in keys)
            to[places[(int)(key >> shift) & (Digits - 1)]++] = key;
    }

    private static void Scatter<TValue>(ulong[] keys, ulong[] to, TValue[] values, TValue[] valuesTo, Span<int> places, int shift)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            int place = places[(int)(keys[i] >> shift) & (Digits - 1)]++;
            to[place] = keys[i];
            valuesTo[place] = values[i];
        }
    }
}
