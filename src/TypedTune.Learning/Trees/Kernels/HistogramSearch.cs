using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedTune.Learning;

/// <summary>
/// Finds the best cut of a large node: one pass over its rows fills the histograms of eight features at once, and one pass
/// over the bins compares the cuts of all eight, one a lane. A bin of all eight is one cache line, all of them half of
/// the first-level cache.
/// </summary>
/// <remarks>
/// Kernels are not inlined, here and in the other searches: the compiler inlines only so much into a caller, and with them it left out what
/// they call. And they are optimised before their first call: a search of seconds otherwise runs a twenty-fifth of its time in code that waits for that.
/// </remarks>
internal static class HistogramSearch
{
    /// <summary>The most bins of a node; beyond, a histogram leaves the second-level cache.</summary>
    public const int MaxBins = 4096;

    /// <summary>How many numbers a histogram of eight features takes: a sum and a weight for each bin and lane.</summary>
    /// <param name="bins">How many bins.</param>
    public static int Length(int bins) => bins * LaneBins.BinLength;

    // Where in a bin's line the pair of a lane lies, such that taking every other number of it gives the lanes in order.
    private static ReadOnlySpan<byte> CellOffsets => [0, 2, 8, 10, 4, 6, 12, 14];

    // The layout and the value are copies: passed by reference, they would be read anew after each store to the histogram, which for all that the
    // compiler knows is a part of them. 0.91 of the time.

    /// <summary>Adds rows to the histograms.</summary>
    /// <typeparam name="TCodes">The width of codes.</typeparam>
    /// <typeparam name="TValue">The row's value.</typeparam>
    /// <param name="records">The node's records.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="value">The row's value.</param>
    /// <param name="features">The features in the lanes, 1 to 8.</param>
    /// <param name="bins">Their bins.</param>
    /// <param name="histogram"><see cref="Length"/> numbers, added to.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Fill<TCodes, TValue>(ReadOnlySpan<byte> records, RecordLayout layout, int count, TValue value, ReadOnlySpan<int> features, in LaneBins bins, Span<float> histogram)
        where TCodes : struct, ICodes
        where TValue : struct, IRowValue
    {
        ref byte record = ref MemoryMarshal.GetReference(records);
        ref byte cells = ref Unsafe.As<float, byte>(ref MemoryMarshal.GetReference(histogram));
        int lanes = features.Length;
        nint f0 = features[0];
        nint f1 = Lane(features, 1), f2 = Lane(features, 2), f3 = Lane(features, 3), f4 = Lane(features, 4);
        nint f5 = Lane(features, 5), f6 = Lane(features, 6), f7 = Lane(features, 7);
        for (int i = 0; i < count; i++)
        {
            float weight = layout.Weight(ref record);
            var pair = Vector128.Create(value.Apply(layout, ref record, weight), weight, 0, 0);

            // Unrolled, with branches that always go the same way: 0.55 of the time of a loop over the lanes.
            Add(ref cells, Bin<TCodes>(ref record, f0, bins, 0), 0, pair);
            if (lanes > 1)
                Add(ref cells, Bin<TCodes>(ref record, f1, bins, 1), 2, pair);
            if (lanes > 2)
                Add(ref cells, Bin<TCodes>(ref record, f2, bins, 2), 8, pair);
            if (lanes > 3)
                Add(ref cells, Bin<TCodes>(ref record, f3, bins, 3), 10, pair);
            if (lanes > 4)
                Add(ref cells, Bin<TCodes>(ref record, f4, bins, 4), 4, pair);
            if (lanes > 5)
                Add(ref cells, Bin<TCodes>(ref record, f5, bins, 5), 6, pair);
            if (lanes > 6)
                Add(ref cells, Bin<TCodes>(ref record, f6, bins, 6), 12, pair);
            if (lanes > 7)
                Add(ref cells, Bin<TCodes>(ref record, f7, bins, 7), 14, pair);
            record = ref Unsafe.Add(ref record, layout.Stride);
        }
    }

    /// <summary>Adds rows to the histograms of up to four features, which take half the room.</summary>
    /// <inheritdoc cref="Fill" path="/typeparam"/>
    /// <inheritdoc cref="Fill" path="/param"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void FillFour<TCodes, TValue>(ReadOnlySpan<byte> records, RecordLayout layout, int count, TValue value, ReadOnlySpan<int> features, in LaneBins bins, Span<float> histogram)
        where TCodes : struct, ICodes
        where TValue : struct, IRowValue
    {
        ref byte record = ref MemoryMarshal.GetReference(records);
        ref byte cells = ref Unsafe.As<float, byte>(ref MemoryMarshal.GetReference(histogram));
        int lanes = features.Length;
        nint f0 = features[0], f1 = Lane(features, 1), f2 = Lane(features, 2), f3 = Lane(features, 3);
        for (int i = 0; i < count; i++)
        {
            float weight = layout.Weight(ref record);
            var pair = Vector128.Create(value.Apply(layout, ref record, weight), weight, 0, 0);
            AddFour(ref cells, Bin<TCodes>(ref record, f0, bins, 0), 0, pair);
            if (lanes > 1)
                AddFour(ref cells, Bin<TCodes>(ref record, f1, bins, 1), 1, pair);
            if (lanes > 2)
                AddFour(ref cells, Bin<TCodes>(ref record, f2, bins, 2), 2, pair);
            if (lanes > 3)
                AddFour(ref cells, Bin<TCodes>(ref record, f3, bins, 3), 3, pair);
            record = ref Unsafe.Add(ref record, layout.Stride);
        }
    }

    /// <summary>Finds the best cut in histograms of up to four features, and clears them.</summary>
    /// <param name="histogram">What <see cref="FillFour"/> made; all 0 afterwards. Room for three bins more.</param>
    /// <param name="bins">How many bins the features have at most.</param>
    /// <param name="weight">The node's weight.</param>
    /// <param name="features">The features in the lanes, 1 to 4.</param>
    public static FeatureCut FindFour(Span<float> histogram, int bins, float weight, ReadOnlySpan<int> features) =>
        WideHistogramSearch.IsSupported ? WideHistogramSearch.FindFour(histogram, bins, weight, features) : FindTwoBins(histogram, bins, weight, features);

    /// <summary>Finds the best cut of up to four features with vectors of eight numbers, two bins at a time.</summary>
    /// <inheritdoc cref="FindFour" path="/param"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static FeatureCut FindTwoBins(Span<float> histogram, int bins, float weight, ReadOnlySpan<int> features)
    {
        var best = LaneBest.None;
        var line = Vector256<float>.Zero;
        var whole = Vector256.Create(weight);

        // Two features of one bin and of the next, and so the other two.
        var places = Vector256.Create(0, 0, 1, 1, 0, 0, 1, 1);
        ref float cell = ref MemoryMarshal.GetReference(histogram);
        for (int bin = 0; bin < bins; bin += 2)
        {
            var first = line + Vector256.LoadUnsafe(ref cell);
            line = first + Vector256.LoadUnsafe(ref cell, LaneBins.FourLength);
            Vector256<float>.Zero.StoreUnsafe(ref cell);
            Vector256<float>.Zero.StoreUnsafe(ref cell, LaneBins.FourLength);
            cell = ref Unsafe.Add(ref cell, 2 * LaneBins.FourLength);
            var (sum, leftWeight) = Unzip(first, line);
            best.Offer(sum, leftWeight, whole, places);
            places += Vector256.Create(2);
        }

        return best.Shuffled(Vector256.Create(0, 1, 4, 5, 2, 3, 6, 7)).FoldHalves().Best(features);
    }

    /// <summary>Adds rows to the counts that <see cref="FullLeaf"/> needs.</summary>
    /// <typeparam name="TCodes">The width of codes.</typeparam>
    /// <param name="records">The node's records.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="features">The features in the lanes.</param>
    /// <param name="bins">Their bins.</param>
    /// <param name="rows">Eight counts a bin, added to.</param>
    public static void Count<TCodes>(ReadOnlySpan<byte> records, in RecordLayout layout, int count, ReadOnlySpan<int> features, in LaneBins bins, Span<int> rows)
        where TCodes : struct, ICodes
    {
        for (int i = 0; i < count; i++)
        {
            ref byte record = ref MemoryMarshal.GetReference(records[(i * layout.Stride)..]);
            for (int lane = 0; lane < features.Length; lane++)
                rows[Bin<TCodes>(ref record, features[lane], bins, lane) * LaneGather.Lanes + lane]++;
        }
    }

    /// <summary>The bin of a record in a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Bin<TCodes>(ref byte record, nint feature, in LaneBins bins, int lane)
        where TCodes : struct, ICodes => TCodes.AreWide ? bins.Bin(TCodes.Load(ref record, feature), lane) : TCodes.Load(ref record, feature);

    /// <summary>Finds the best cut in histograms, and clears them.</summary>
    /// <typeparam name="TRule">Whether rows are counted.</typeparam>
    /// <param name="histogram">What <see cref="Fill"/> made; all 0 afterwards.</param>
    /// <param name="rows">What <see cref="Count"/> made, if the rule counts rows.</param>
    /// <param name="bins">How many bins the features have at most.</param>
    /// <param name="weight">The node's weight.</param>
    /// <param name="count">The node's rows.</param>
    /// <param name="minRows">The least rows on each side, if the rule counts them.</param>
    /// <param name="features">The features in the lanes.</param>
    public static FeatureCut Find<TRule>(Span<float> histogram, ReadOnlySpan<int> rows, int bins, float weight, int count, int minRows, ReadOnlySpan<int> features)
        where TRule : struct, ILeafRule
    {
        return WideHistogramSearch.IsSupported
            ? WideHistogramSearch.Find<TRule>(histogram, rows, bins, weight, count, minRows, features)
            : FindEight<TRule>(histogram, rows, bins, weight, count, minRows, features);
    }

    /// <summary>Finds the best cut with vectors of eight numbers.</summary>
    /// <inheritdoc cref="Find" path="/param"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static FeatureCut FindEight<TRule>(Span<float> histogram, ReadOnlySpan<int> rows, int bins, float weight, int count, int minRows, ReadOnlySpan<int> features)
        where TRule : struct, ILeafRule
    {
        var best = LaneBest.None;
        var low = Vector256<float>.Zero;
        var high = Vector256<float>.Zero;
        var left = Vector256<int>.Zero;
        var places = Vector256<int>.Zero;
        var whole = Vector256.Create(weight);
        ref float cell = ref MemoryMarshal.GetReference(histogram);

        for (int bin = 0; bin < bins; bin++)
        {
            low += Vector256.LoadUnsafe(ref cell);
            high += Vector256.LoadUnsafe(ref cell, 8);

            // Cleared while it is at hand: a third more time for a pass of its own.
            Vector256<float>.Zero.StoreUnsafe(ref cell);
            Vector256<float>.Zero.StoreUnsafe(ref cell, 8);
            cell = ref Unsafe.Add(ref cell, LaneBins.BinLength);
            var (leftSum, leftWeight) = Unzip(low, high);
            if (TRule.CountsRows)
            {
                left += Vector256.Create(rows.Slice(bin * LaneGather.Lanes, LaneGather.Lanes));
                best.Offer(leftSum, leftWeight, whole, places, LaneBest.AreEnough(left, count, minRows));
            }
            else
            {
                best.Offer(leftSum, leftWeight, whole, places);
            }

            places += Vector256<int>.One;
        }

        return best.Best(features);
    }

    /// <summary>Finds the best cut one feature and one bin at a time: the reference that <see cref="Find"/> is tested against.</summary>
    public static FeatureCut FindScalar(ReadOnlySpan<float> histogram, ReadOnlySpan<int> rows, int bins, float weight, int count, int minRows, ReadOnlySpan<int> features)
    {
        var best = FeatureCut.None;
        for (int lane = 0; lane < features.Length; lane++)
        {
            float leftSum = 0, leftWeight = 0;
            int leftRows = 0;
            for (int bin = 0; bin < bins - 1; bin++)
            {
                int at = bin * LaneBins.BinLength + CellOffsets[lane];
                leftSum += histogram[at];
                leftWeight += histogram[at + 1];
                leftRows += rows.IsEmpty ? 0 : rows[bin * LaneGather.Lanes + lane];
                float balance = leftWeight * (weight - leftWeight);
                float score = leftSum * leftSum / balance;
                bool full = rows.IsEmpty || (leftRows >= minRows && count - leftRows >= minRows);
                if (balance > 0 && full && score > best.Score)
                    best = new FeatureCut(features[lane], bin, score);
            }
        }

        return best;
    }

    /// <summary>Fills histograms a number at a time: the reference that <see cref="Fill"/> is tested against.</summary>
    public static void FillScalar<TCodes, TValue>(ReadOnlySpan<byte> records, in RecordLayout layout, int count, in TValue value, ReadOnlySpan<int> features, in LaneBins bins, Span<float> histogram)
        where TCodes : struct, ICodes
        where TValue : struct, IRowValue
    {
        for (int i = 0; i < count; i++)
        {
            ref byte record = ref MemoryMarshal.GetReference(records[(i * layout.Stride)..]);
            float weight = layout.Weight(ref record);
            float sum = value.Apply(layout, ref record, weight);
            for (int lane = 0; lane < features.Length; lane++)
            {
                int at = bins.Bin(TCodes.Load(ref record, features[lane]), lane) * LaneBins.BinLength + CellOffsets[lane];
                histogram[at] += sum;
                histogram[at + 1] += weight;
            }
        }
    }

    private static int Lane(ReadOnlySpan<int> features, int lane) => lane < features.Length ? features[lane] : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref byte cells, int bin, int offset, Vector128<float> pair) =>
        Add(ref Unsafe.Add(ref cells, ((nint)bin * (LaneBins.BinLength * sizeof(float))) + (offset * sizeof(float))), pair);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddFour(ref byte cells, int bin, int lane, Vector128<float> pair) =>
        Add(ref Unsafe.Add(ref cells, ((nint)bin * LaneBins.FourLength + 2 * lane) * sizeof(float)), pair);

    /// <summary>Adds a sum and a weight, as the two halves of one 64-bit number: one load and one store for both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref byte cell, Vector128<float> pair)
    {
        var sum = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<double>(ref cell)).AsSingle() + pair;
        Unsafe.WriteUnaligned(ref cell, sum.AsDouble().ToScalar());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Sums, Vector256<float> Weights) Unzip(Vector256<float> low, Vector256<float> high)
    {
        if (Avx.IsSupported)
            return (Avx.Shuffle(low, high, 0b10_00_10_00), Avx.Shuffle(low, high, 0b11_01_11_01));
        var even = Vector256.Create(-1, -1, 0, 0, -1, -1, 0, 0).AsSingle();
        return (
            Vector256.ConditionalSelect(even, Vector256.Shuffle(low, Vector256.Create(0, 2, 0, 2, 4, 6, 4, 6)), Vector256.Shuffle(high, Vector256.Create(0, 2, 0, 2, 4, 6, 4, 6))),
            Vector256.ConditionalSelect(even, Vector256.Shuffle(low, Vector256.Create(1, 3, 1, 3, 5, 7, 5, 7)), Vector256.Shuffle(high, Vector256.Create(1, 3, 1, 3, 5, 7, 5, 7))));
    }
}
