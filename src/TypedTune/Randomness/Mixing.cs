using System.Runtime.CompilerServices;

namespace TypedTune;

/// <summary>The bit mixing that seeds and streams are made of.</summary>
internal static class Mixing
{
    /// <summary>2⁶⁴ divided by the golden ratio, odd: the step of a Weyl sequence that spreads best.</summary>
    public const ulong Gamma = 0x9E3779B97F4A7C15;

    /// <summary>An odd multiplier with good spectral properties (L'Ecuyer, "Tables of linear congruential generators", 1999).</summary>
    public const ulong OddMultiplier = 0x27BB2EE687B0B0FD;

    /// <summary>The 64-bit finaliser of SplitMix64 (Stafford's variant 13): a bijection in which each input bit flips each output bit about half the time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
