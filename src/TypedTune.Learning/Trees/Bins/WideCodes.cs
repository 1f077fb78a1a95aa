using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Codes of two bytes: 65,536 bins a column, of which a node's histogram makes 256 of its own.</summary>
internal readonly struct WideCodes : ICodes
{
    /// <inheritdoc/>
    public static int Most => 1 << 16;

    /// <inheritdoc/>
    public static bool AreWide => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Span<byte> at, int code) => MemoryMarshal.Write(at, (ushort)code);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Load(ref byte record, nint column) => Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref record, 2 * column));

    /// <inheritdoc/>
    public static void Find(ReadOnlySpan<byte> records, in RecordLayout layout, int count, NodeRanges ranges) =>
        WideRanges.Find(records, layout, count, ranges);

    /// <inheritdoc/>
    public static void Gather(ReadOnlySpan<byte> records, in RecordLayout layout, ReadOnlySpan<int> features, Span<Vector256<int>> lanes) =>
        LaneGather.Gather<WideCodes>(records, layout, features, lanes);
}
