namespace TypedTune;

/// <summary>Some of an encoding's coordinates, by index. Sets that are combined are of one encoding. Immutable.</summary>
internal readonly struct CoordinateSet
{
    private readonly ulong[] _words;

    private CoordinateSet(ulong[] words) => _words = words;

    public bool IsEmpty => !_words.AsSpan().ContainsAnyExcept(0UL);

    public int Count => _words.Sum(System.Numerics.BitOperations.PopCount);

    /// <summary>The empty set.</summary>
    /// <param name="size">How many coordinates there are.</param>
    public static CoordinateSet Empty(int size) => new(new ulong[(size + 63) / 64]);

    public bool Contains(int index) => (_words[index / 64] >> (index % 64) & 1) != 0;

    public CoordinateSet With(int index)
    {
        var words = (ulong[])_words.Clone();
        words[index / 64] |= 1UL << (index % 64);
        return new CoordinateSet(words);
    }

    /// <summary>Whether every element is in another set as well.</summary>
    public bool IsWithin(CoordinateSet other) => (this - other).IsEmpty;

    public bool SetEquals(CoordinateSet other) => _words.AsSpan().SequenceEqual(other._words);

    public static CoordinateSet operator |(CoordinateSet left, CoordinateSet right) => left.Combine(right, static (a, b) => a | b);

    public static CoordinateSet operator &(CoordinateSet left, CoordinateSet right) => left.Combine(right, static (a, b) => a & b);

    public static CoordinateSet operator -(CoordinateSet left, CoordinateSet right) => left.Combine(right, static (a, b) => a & ~b);

    private CoordinateSet Combine(CoordinateSet other, Func<ulong, ulong, ulong> combine)
    {
        var words = new ulong[_words.Length];
        for (int i = 0; i < words.Length; i++)
            words[i] = combine(_words[i], other._words[i]);
        return new CoordinateSet(words);
    }
}
