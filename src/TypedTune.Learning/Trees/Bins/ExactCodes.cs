using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Codes of four bytes: one for each distinct value of any column.</summary>
internal readonly struct ExactCodes : ICodes
{
    /// <inheritdoc/>
    public static int Most => int.MaxValue;

    /// <inheritdoc/>
    public static bool AreWide => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Span<byte> at, int code) => MemoryMarshal.Write(at, code);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Load(ref byte record, nint column) => Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref record, 4 * column));

    /// <inheritdoc/>
    public static void Find(ReadOnlySpan<byte> records, in RecordLayout layout, int count, NodeRanges ranges)
    {
        ranges.Varying.AsSpan().Clear();
        ref byte first = ref MemoryMarshal.GetReference(records);
        for (int column = 0; column < layout.Columns; column++)
        {
            int code = Load(ref first, column);
            nint at = layout.Stride;
            int row = 1;
            for (; row < count && Load(ref Unsafe.Add(ref first, at), column) == code; row++)
                at += layout.Stride;
            if (row == count)
                continue;
            ranges.Varying[column / 32] |= 1u << (column % 32);
        }
    }

    /// <inheritdoc/>
    public static void Gather(ReadOnlySpan<byte> records, in RecordLayout layout, ReadOnlySpan<int> features, Span<Vector256<int>> lanes) =>
        LaneGather.Gather<ExactCodes>(records, layout, features, lanes);
}
