using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// One column as codes. Numbers are cut into bins of about as many rows each; a column with no more distinct values than bins
/// has a bin for each, so that nothing is lost. Values that count as equal are never in two bins. Categories keep their numbers.
/// Missing values have a code of their own, behind all others.
/// </summary>
internal sealed class ColumnBins
{
    /// <summary>The most bins of a histogram, and of a column whose codes are bytes.</summary>
    public const int Max = 256;

    /// <summary>The most bins of a column whose codes are two bytes.</summary>
    public const int MaxWide = 65_536;

    // The smallest and the largest value of each bin, one after the other: a threshold is mostly between neighbours.
    private readonly double[] _ends;

    private ColumnBins(double[] ends, bool hasMissing)
    {
        _ends = ends;
        Count = ends.Length / 2;
        HasMissing = hasMissing;
    }

    private ColumnBins(int levels)
    {
        _ends = [];
        Count = levels;
        IsCategory = true;
    }

    /// <summary>How many bins or categories there are.</summary>
    public int Count { get; }

    /// <summary>Whether the codes are those of categories, which have no order.</summary>
    public bool IsCategory { get; }

    /// <summary>Whether a number is missing in some row.</summary>
    public bool HasMissing { get; }

    /// <summary>Whether all are numbers.</summary>
    public bool IsPlain => !IsCategory && !HasMissing;

    /// <summary>The code of a missing value.</summary>
    public int Missing => Count;

    /// <summary>Cuts a column into bins.</summary>
    /// <param name="column">At least one value, none infinite.</param>
    /// <param name="most">How many codes there are at most.</param>
    /// <param name="tolerance">How far a value may lie above the smallest of those that are equal to it; 0 tells all apart.</param>
    public static ColumnBins Of(ReadOnlySpan<double> column, int most = Max, double tolerance = 0)
    {
        double[] buffer = Buffers<double>.Rent(column.Length);
        var sorted = buffer.AsSpan(0, CopyPresent(column, buffer));
        ColumnSort.Sort(sorted);
        var bins = OfSorted(sorted, sorted.Length < column.Length, most, tolerance);
        Buffers<double>.Return(buffer);
        return bins;
    }

    /// <summary>The codes of categories, their numbers.</summary>
    /// <param name="levels">How many there are.</param>
    public static ColumnBins OfCategories(int levels) => new(levels);

    private static ColumnBins OfSorted(ReadOnlySpan<double> sorted, bool hasMissing, int most, double tolerance)
    {
        if (sorted.Length == 0)
            return new ColumnBins([], hasMissing);
        most -= hasMissing ? 1 : 0;
        int distinct = CountDistinct(sorted, tolerance);
        int bins = Math.Min(distinct, most);
        double[] ends = new double[2 * bins];
        int at = 0;
        for (int bin = 0; bin < bins; bin++)
        {
            // Equal shares of what is left, so that a value with many rows does not starve the bins after it.
            int least = distinct <= most ? 1 : Math.Max(1, (sorted.Length - at) / (bins - bin));
            int end = bin == bins - 1 ? sorted.Length : EndOf(sorted, at, least, tolerance);
            ends[2 * bin] = sorted[at];
            ends[2 * bin + 1] = sorted[end - 1];
            at = end;
            if (at == sorted.Length && bin < bins - 1)
                return new ColumnBins(ends[..(2 * bin + 2)], hasMissing);
        }

        return new ColumnBins(ends, hasMissing);
    }

    private static int CountDistinct(ReadOnlySpan<double> sorted, double tolerance)
    {
        int distinct = 1;
        double smallest = sorted[0];
        foreach (double value in sorted)
        {
            if (value - smallest <= tolerance)
                continue;
            distinct++;
            smallest = value;
        }

        return distinct;
    }

    // Behind the last of at least so many values from the first of a bin on, with all that are equal to it.
    private static int EndOf(ReadOnlySpan<double> sorted, int first, int least, double tolerance)
    {
        double smallest = sorted[first];
        for (int i = first + 1; i < sorted.Length; i++)
        {
            if (sorted[i] - smallest <= tolerance)
                continue;
            if (i >= first + least)
                return i;
            smallest = sorted[i];
        }

        return sorted.Length;
    }

    private static int CopyPresent(ReadOnlySpan<double> column, Span<double> present)
    {
        int count = 0;
        foreach (double value in column)
        {
            present[count] = value;
            count += double.IsNaN(value) ? 0 : 1;
        }

        return count;
    }

    /// <summary>Finds the codes of values that were in the column.</summary>
    /// <typeparam name="TCodes">The width of codes.</typeparam>
    /// <param name="column">The values.</param>
    /// <param name="codes">Where the first value's code goes.</param>
    /// <param name="stride">How far apart the codes are put.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Encode<TCodes>(ReadOnlySpan<double> column, Span<byte> codes, int stride)
        where TCodes : struct, ICodes
    {
        if (IsPlain && !TCodes.AreWide)
        {
            EncodeBytes(column, codes, stride);
            return;
        }

        int row = IsPlain ? EncodePlain<TCodes>(column, codes, stride) : 0;
        for (; row < column.Length; row++)
            TCodes.Store(codes[(row * stride)..], Code(column[row]));
    }

    // Of the largest values every eighth is looked at first, and then the eight up to the next of these, each eight at once: 0.24 of the
    // time of halving. What is left over is infinite, and so is the last bin's, which takes what is above it.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void EncodeBytes(ReadOnlySpan<double> column, Span<byte> codes, int stride)
    {
        const int Block = 8;
        const int Blocks = Max / Block;
        Span<double> largest = stackalloc double[Blocks + Max];
        largest.Fill(double.PositiveInfinity);
        for (int bin = 0; bin + 1 < Count; bin++)
            largest[Blocks + bin] = Largest(bin);
        for (int block = 0; block < Blocks; block++)
            largest[block] = largest[Blocks + block * Block + Block - 1];

        ref double first = ref MemoryMarshal.GetReference(largest);
        for (int row = 0; row < column.Length; row++)
        {
            var value = Vector512.Create(column[row]);
            int blocks = CountBelow(ref first, 0, value) + CountBelow(ref first, Block, value) + CountBelow(ref first, 2 * Block, value) + CountBelow(ref first, 3 * Block, value);
            codes[row * stride] = (byte)(Block * blocks + CountBelow(ref first, Blocks + Block * blocks, value));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountBelow(ref double eight, int start, Vector512<double> value) =>
        BitOperations.PopCount(Vector512.LessThan(Vector512.LoadUnsafe(ref eight, (nuint)start), value).ExtractMostSignificantBits());

    // As FirstUpFrom does, four numbers at a time, whose searches take turns: one alone mostly waits for what it compares with.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int EncodePlain<TCodes>(ReadOnlySpan<double> column, Span<byte> codes, int stride)
        where TCodes : struct, ICodes
    {
        ref double largest = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ends), 1);
        int row = 0;
        for (; row + 4 <= column.Length; row += 4)
        {
            var four = column.Slice(row, 4);
            double v0 = four[0], v1 = four[1], v2 = four[2], v3 = four[3];
            nint c0 = 0, c1 = 0, c2 = 0, c3 = 0;
            for (int length = Count; length > 1;)
            {
                int half = length >> 1;
                ref double middle = ref Unsafe.Add(ref largest, 2 * (half - 1));
                c0 += Passed(Unsafe.Add(ref middle, 2 * c0), v0, half);
                c1 += Passed(Unsafe.Add(ref middle, 2 * c1), v1, half);
                c2 += Passed(Unsafe.Add(ref middle, 2 * c2), v2, half);
                c3 += Passed(Unsafe.Add(ref middle, 2 * c3), v3, half);
                length -= half;
            }

            TCodes.Store(codes[(row * stride)..], (int)c0);
            TCodes.Store(codes[((row + 1) * stride)..], (int)c1);
            TCodes.Store(codes[((row + 2) * stride)..], (int)c2);
            TCodes.Store(codes[((row + 3) * stride)..], (int)c3);
        }

        return row;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Code(double value)
    {
        if (!IsPlain && double.IsNaN(value))
            return Missing;
        if (IsCategory)
            return (int)value;
        return FirstUpFrom(value, 0, Count);
    }

    // The first of so many bins whose largest value is no less than a number; the last one, if there is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FirstUpFrom(double value, int first, int length)
    {
        ref double largest = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ends), 1);
        int low = first;
        while (length > 1)
        {
            int half = length >> 1;
            low += Passed(Unsafe.Add(ref largest, 2 * (low + half - 1)), value, half);
            length -= half;
        }

        return low;
    }

    // How many bins a search passes: half of them, if a number is above the largest of their values.
    // Arithmetic, since the branch it would be is mispredicted every other time: 0.4 of the time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Passed(double largest, double value, int half) => -(largest < value ? 1 : 0) & half;

    /// <summary>The smallest value of a bin.</summary>
    public double Smallest(int code) => _ends[2 * code];

    /// <summary>The largest value of a bin.</summary>
    public double Largest(int code) => _ends[2 * code + 1];

    /// <summary>The last bin in a range whose values are all up to a number; the first one if there is none.</summary>
    /// <param name="value">The number.</param>
    /// <param name="first">The first bin.</param>
    /// <param name="last">The last bin.</param>
    public int LastUpTo(double value, int first, int last)
    {
        int bin = FirstUpFrom(value, first, last - first + 1);
        return Largest(bin) <= value ? bin : Math.Max(first, bin - 1);
    }

    /// <summary>
    /// The threshold of a cut: midway between the largest value of the last bin on the left and the smallest value of
    /// the first on the right. Values up to and including it go left.
    /// </summary>
    /// <param name="left">The last bin on the left that has rows in the node; negative where only missing values go left.</param>
    /// <param name="right">The first bin on the right that has; beyond all bins where only missing values go right.</param>
    public double Threshold(int left, int right)
    {
        if (left < 0)
            return double.NegativeInfinity;
        if (right >= Count)
            return double.PositiveInfinity;
        double below = Largest(left);
        double above = Smallest(right);
        double middle = below / 2 + above / 2;

        // Neighbouring numbers have nothing between them, and halving a subnormal one rounds.
        return middle >= below && middle < above ? middle : below;
    }
}
