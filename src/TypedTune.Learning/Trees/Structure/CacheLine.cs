using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TypedTune.Learning;

/// <summary>What the processor moves between memory and its caches at once.</summary>
internal static class CacheLine
{
    /// <summary>The size of a cache line in bytes; larger on some processors.</summary>
    public const int Bytes = 64;

    /// <summary>Asks for a place in memory without waiting for it. Does nothing where the processor, or the runtime for it, can't.</summary>
    /// <param name="place">The place. It is not read, and may lie anywhere.</param>
    /// <remarks>The only unsafe code here: the instruction takes a pointer. It changes nothing but the caches, and never faults.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Request<T>(ref readonly T place)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in place)));
    }
}
