using System.Runtime.CompilerServices;

namespace TypedTune.Learning;

/// <summary>Copies records of any length.</summary>
internal readonly struct AnyLength : IRecordCopy
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ref byte from, ref byte to, nint stride) => RecordLayout.Copy(ref from, ref to, stride);
}
