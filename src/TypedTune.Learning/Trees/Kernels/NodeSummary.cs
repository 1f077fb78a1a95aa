using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>The sums of a node's rows: their weight and their weighted target.</summary>
/// <param name="Weight">The sum of the weights.</param>
/// <param name="Mean">The weighted mean; exactly the target when all are equal.</param>
/// <param name="SquaredError">The weighted sum of squared differences from the mean; 0 when all targets are equal.</param>
internal readonly record struct NodeSummary(double Weight, double Mean, double SquaredError)
{
    // Two words of columns are looked at while rows are summarised.
    private const int Words = 2;

    /// <summary>Summarises rows.</summary>
    /// <param name="records">The node's records.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="count">How many there are, at least 1.</param>
    public static NodeSummary Of(ReadOnlySpan<byte> records, in RecordLayout layout, int count)
    {
        ref byte record = ref MemoryMarshal.GetReference(records);
        double first = layout.Target(ref record);
        double weight = 0, sum = 0, squares = 0;
        for (int i = 0; i < count; i++)
        {
            // Relative to the first target: exact for equal targets, and harmless to targets far from 0.
            double w = layout.Weight(ref record);
            double difference = layout.Target(ref record) - first;
            double weighted = w * difference;
            weight += w;
            sum += weighted;
            squares += weighted * difference;
            record = ref Unsafe.Add(ref record, layout.Stride);
        }

        double mean = sum / weight;
        return new NodeSummary(weight, first + mean, Math.Max(0, squares - mean * sum));
    }

    /// <summary>Summarises two rows, with the same result.</summary>
    /// <param name="first">A record.</param>
    /// <param name="second">The next one.</param>
    /// <param name="layout">How they lie.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NodeSummary Of(ref byte first, ref byte second, in RecordLayout layout)
    {
        double weight = (double)layout.Weight(ref first) + layout.Weight(ref second);
        double difference = layout.Target(ref second) - layout.Target(ref first);
        double sum = layout.Weight(ref second) * difference;
        double mean = sum / weight;
        return new NodeSummary(weight, layout.Target(ref first) + mean, Math.Max(0, sum * difference - mean * sum));
    }

    /// <summary>Sums up the rows and finds which columns of one byte differ between them: while one addition waits for the one before, there is time for that.</summary>
    /// <param name="records">The node's records, followed by at least <see cref="RecordLayout.Slack"/> bytes.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="count">How many there are, at least 1.</param>
    /// <param name="ranges">Set to what varies.</param>
    public static NodeSummary Of(ReadOnlySpan<byte> records, in RecordLayout layout, int count, NodeRanges ranges)
    {
        var summary = Of(records, layout, count, ranges.Varying);
        if (ranges.Varying.Length > Words)
            VaryingColumns.Find(records, layout, count, ranges.Varying, start: Words);
        return summary;
    }

    // Calls nothing that is not inlined: the sums would be kept in memory instead of registers.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static NodeSummary Of(ReadOnlySpan<byte> records, in RecordLayout layout, int count, Span<uint> words)
    {
        var summary = Of(ref MemoryMarshal.GetReference(records), layout.Stride, layout.TargetOffset, layout.WeightOffset, count, SecondWord(layout), out var low, out var high);
        words[0] = VaryingColumns.Bits(low, layout.Columns);
        if (words.Length > 1)
            words[1] = VaryingColumns.Bits(high, layout.Columns - 32);
        return summary;
    }

    /// <summary>Where in a record the second word of columns is. Where there is none, the first one again: what lies behind it was written just now with the next record, and would be waited for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint SecondWord(in RecordLayout layout) => layout.Columns > 32 ? 32u : 0u;

    /// <summary>Summarises rows, and in what up to 64 columns differ: the inside of two loops.</summary>
    /// <param name="record">The first record.</param>
    /// <param name="stride">How far apart they lie.</param>
    /// <param name="target">Where in a record the target lies.</param>
    /// <param name="weightAt">Where the weight lies.</param>
    /// <param name="count">How many there are, at least 1.</param>
    /// <param name="second">Where the second word of columns lies.</param>
    /// <param name="low">Not 0 where a column of the first word differs.</param>
    /// <param name="high">Not 0 where a column of the second word differs.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NodeSummary Of(ref byte record, nint stride, nint target, nint weightAt, int count, nuint second, out Vector256<byte> low, out Vector256<byte> high)
    {
        var firstLow = Vector256.LoadUnsafe(ref record);
        var firstHigh = Vector256.LoadUnsafe(ref record, second);
        Vector256<byte> lowDiffers = default, highDiffers = default;
        double first = Unsafe.ReadUnaligned<double>(ref Unsafe.Add(ref record, target));
        double weight = 0, sum = 0, squares = 0;
        for (int i = 0; i < count; i++)
        {
            double w = Unsafe.ReadUnaligned<float>(ref Unsafe.Add(ref record, weightAt));
            double difference = Unsafe.ReadUnaligned<double>(ref Unsafe.Add(ref record, target)) - first;
            lowDiffers |= Vector256.LoadUnsafe(ref record) ^ firstLow;
            highDiffers |= Vector256.LoadUnsafe(ref record, second) ^ firstHigh;
            double weighted = w * difference;
            weight += w;
            sum += weighted;
            squares += weighted * difference;
            record = ref Unsafe.Add(ref record, stride);
        }

        low = lowDiffers;
        high = highDiffers;
        double mean = sum / weight;
        return new NodeSummary(weight, first + mean, Math.Max(0, squares - mean * sum));
    }

    /// <summary>
    /// How the node's targets are put into single precision: as differences from the node's mean, in units of its standard
    /// deviation. That keeps all 24 bits for what a split is about, at any magnitude of the target.
    /// </summary>
    public TargetScale Scale => new(Mean, Math.Sqrt(Weight / SquaredError));
}
