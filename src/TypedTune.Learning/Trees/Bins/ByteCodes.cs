using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Codes of one byte: 256 bins a column.</summary>
internal readonly struct ByteCodes : ICodes
{
    /// <inheritdoc/>
    public static int Most => 1 << 8;

    /// <inheritdoc/>
    public static bool AreWide => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Span<byte> at, int code) => at[0] = (byte)code;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Load(ref byte record, nint column) => Unsafe.Add(ref record, column);

    /// <inheritdoc/>
    public static void Find(ReadOnlySpan<byte> records, in RecordLayout layout, int count, NodeRanges ranges) =>
        VaryingColumns.Find(records, layout, count, ranges.Varying);

    /// <inheritdoc/>
    public static void Gather(ReadOnlySpan<byte> records, in RecordLayout layout, ReadOnlySpan<int> features, Span<Vector256<int>> lanes)
    {
        if (layout.Columns > CodeShuffle.MostColumns)
        {
            LaneGather.Gather<ByteCodes>(records, layout, features, lanes);
            return;
        }

        var shuffle = new CodeShuffle(features, layout.Columns);
        ref byte record = ref MemoryMarshal.GetReference(records);
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = shuffle.Take(ref record);
            record = ref Unsafe.Add(ref record, layout.Stride);
        }
    }
}
