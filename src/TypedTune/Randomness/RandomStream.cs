using System.Runtime.CompilerServices;

namespace TypedTune;

/// <summary>
/// A stream of random numbers: the n-th number is a pure function of the seed and n (SplitMix64; Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", OOPSLA 2014). The sequence is part of this library's contract and
/// does not change between versions of .NET.
/// </summary>
/// <remarks>A mutable value: pass it by reference, and give each thread its own. Not for cryptography.</remarks>
/// <param name="seed">Where the stream starts.</param>
public struct RandomStream(Seed seed)
{
    private ulong _state = seed.Value;

    /// <summary>64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64() => Mixing.Mix(_state += Mixing.Gamma);

    /// <summary>A number in [0, 1), a multiple of 2⁻⁵³.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, <paramref name="bound"/>), every one exactly as likely (Lemire, "Fast random integer generation in an interval", 2019).</summary>
    /// <param name="bound">One above the largest result; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is zero.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBelow(ulong bound)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bound);
        ulong high = Math.BigMul(NextUInt64(), bound, out ulong low);
        if (low < bound)
        {
            ulong threshold = unchecked(0UL - bound) % bound;
            while (low < threshold)
                high = Math.BigMul(NextUInt64(), bound, out low);
        }

        return high;
    }

    /// <summary>A whole number in [0, <paramref name="bound"/>), every one exactly as likely.</summary>
    /// <param name="bound">One above the largest result; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is below 1.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)NextBelow((ulong)bound);
    }

    /// <summary>A draw from the standard normal distribution (Marsaglia's polar method).</summary>
    public double NextNormal()
    {
        while (true)
        {
            double u = 2 * NextDouble() - 1;
            double v = 2 * NextDouble() - 1;
            double s = u * u + v * v;
            if (s is > 0 and < 1)
                return u * Math.Sqrt(-2 * PortableMath.Log(s) / s);
        }
    }

    /// <summary>Puts the items into random order, every order as likely (Fisher–Yates).</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">Shuffled in place.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
