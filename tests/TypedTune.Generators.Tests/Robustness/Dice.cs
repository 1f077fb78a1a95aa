namespace TypedTune.Generators.Tests.Robustness;

/// <summary>Draws that the number of a case fixes, so that the case can be had again by its number alone.</summary>
internal sealed class Dice(long seed)
{
    private ulong _state = Mix((ulong)seed + 0x9E3779B97F4A7C15);

    /// <summary>A whole number from 0 to below <paramref name="end"/>.</summary>
    public int Next(int end) => (int)(Next() % (ulong)end);

    /// <summary>Whether one of so many times comes up.</summary>
    public bool OneIn(int times) => Next(times) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>Some of the items, each with the same chance, in their order.</summary>
    public List<T> Some<T>(IEnumerable<T> items) => [.. items.Where(_ => OneIn(2))];

    // SplitMix64.
    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
