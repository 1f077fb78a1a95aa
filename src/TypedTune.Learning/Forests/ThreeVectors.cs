using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Copies records of 64 to 96 bytes: three vectors, of which the last may overlap.</summary>
internal readonly struct ThreeVectors : IRecordCopy
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ref byte from, ref byte to, nint stride)
    {
        // The front last; see RecordLayout.Copy.
        Vector256.LoadUnsafe(ref from, (nuint)(stride - 32)).StoreUnsafe(ref to, (nuint)(stride - 32));
        Vector256.LoadUnsafe(ref from, 32).StoreUnsafe(ref to, 32);
        Vector256.LoadUnsafe(ref from).StoreUnsafe(ref to);
    }
}
