using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Copies records of 64 to 96 bytes: one vector, and two which may overlap.</summary>
internal readonly struct ThreeVectors : IRecordCopy
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ref byte from, ref byte to, nint stride)
    {
        // The front last; see RecordLayout.Copy.
        TwoVectors.Copy(ref Unsafe.Add(ref from, 32), ref Unsafe.Add(ref to, 32), stride - 32);
        Vector256.LoadUnsafe(ref from).StoreUnsafe(ref to);
    }
}
