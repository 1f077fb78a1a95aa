using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Copies records of 32 to 64 bytes: two vectors, which may overlap.</summary>
internal readonly struct TwoVectors : IRecordCopy
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ref byte from, ref byte to, nint stride)
    {
        // The front last; see RecordLayout.Copy.
        Vector256.LoadUnsafe(ref from, (nuint)(stride - 32)).StoreUnsafe(ref to, (nuint)(stride - 32));
        Vector256.LoadUnsafe(ref from).StoreUnsafe(ref to);
    }
}
