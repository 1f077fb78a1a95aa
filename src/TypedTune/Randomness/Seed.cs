using System.Runtime.CompilerServices;

namespace TypedTune;

/// <summary>
/// A point in a tree of random seeds. Children are derived by index, never by the order of draws, so that the same
/// work gets the same numbers on one thread or many, and in another process. Immutable and thread safe.
/// </summary>
/// <param name="Value">The 64 bits that identify this point.</param>
public readonly record struct Seed(ulong Value)
{
    /// <summary>The seed of a user's integer. Nearby integers give unrelated streams.</summary>
    /// <param name="value">Any integer.</param>
    public static Seed Of(long value) => new(Mixing.Mix(unchecked((ulong)value + Mixing.Gamma)));

    /// <summary>The child at an index. Children of one seed, and children of different seeds, are unrelated.</summary>
    /// <param name="index">Which child: a fold, a tree, a node, an iteration.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Seed Derive(ulong index) => new(Mixing.Mix(Mixing.Mix(index + Mixing.Gamma) ^ (Value * Mixing.OddMultiplier + Mixing.Gamma)));

    /// <inheritdoc cref="Derive(ulong)"/>
    public Seed Derive(long index) => Derive(unchecked((ulong)index));

    /// <summary>The stream of random numbers that belongs to this seed.</summary>
    public RandomStream Stream() => new(this);
}
