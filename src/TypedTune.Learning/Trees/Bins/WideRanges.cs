using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary><see cref="VaryingColumns"/> for wide codes, 16 of them in one comparison; the ranges come with it for nothing.</summary>
internal static class WideRanges
{
    private const int Columns = 16;

    /// <inheritdoc cref="ICodes.Find"/>
    public static void Find(ReadOnlySpan<byte> records, in RecordLayout layout, int count, NodeRanges ranges)
    {
        for (int word = 0; word < ranges.Varying.Length; word++)
        {
            uint bits = Find(records, layout, count, ranges, word * 32);
            if (layout.Columns > word * 32 + Columns)
                bits |= Find(records, layout, count, ranges, word * 32 + Columns) << Columns;

            // What follows the codes, and the next record, is in the last vector too.
            bits &= uint.MaxValue >> Math.Max(0, 32 - (layout.Columns - word * 32));
            ranges.Varying[word] = bits;
        }
    }

    /// <summary>Finds the ranges a column at a time: the reference that <see cref="Find(ReadOnlySpan{byte}, in RecordLayout, int, NodeRanges)"/> is tested against.</summary>
    public static int FindScalar(ReadOnlySpan<byte> records, in RecordLayout layout, int count, NodeRanges ranges)
    {
        ranges.Varying.AsSpan().Clear();
        int varying = 0;
        for (int column = 0; column < layout.Columns; column++)
        {
            var (low, high) = (ushort.MaxValue, ushort.MinValue);
            for (int i = 0; i < count; i++)
            {
                ushort code = MemoryMarshal.Read<ushort>(records[(i * layout.Stride + sizeof(ushort) * column)..]);
                (low, high) = (Math.Min(low, code), Math.Max(high, code));
            }

            (ranges.Lows[column], ranges.Highs[column]) = (low, high);
            if (low == high)
                continue;
            ranges.Varying[column / 32] |= 1u << (column % 32);
            varying++;
        }

        return varying;
    }

    private static uint Find(ReadOnlySpan<byte> records, in RecordLayout layout, int count, NodeRanges ranges, int column)
    {
        int stride = layout.Stride;
        ref byte record = ref Unsafe.Add(ref MemoryMarshal.GetReference(records), column * sizeof(ushort));
        var low = Vector256.LoadUnsafe(ref record).AsUInt16();
        var high = low;
        for (int i = 1; i < count; i++)
        {
            record = ref Unsafe.Add(ref record, stride);
            var codes = Vector256.LoadUnsafe(ref record).AsUInt16();
            low = Vector256.Min(low, codes);
            high = Vector256.Max(high, codes);
        }

        low.CopyTo(ranges.Lows, column);
        high.CopyTo(ranges.Highs, column);
        return ~Vector256.Equals(low, high).ExtractMostSignificantBits() & 0xFFFF;
    }
}
