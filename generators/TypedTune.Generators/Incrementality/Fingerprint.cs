namespace TypedTune.Generators.Incrementality;

/// <summary>A hash of 128 bits, wide enough that two different contents never share one in practice.</summary>
internal readonly record struct Fingerprint(ulong Low, ulong High)
{
    public static readonly Fingerprint Empty = new(0xCBF29CE484222325, 0x9E3779B97F4A7C15);

    /// <summary>The fingerprint of this content followed by a number.</summary>
    public Fingerprint Add(long value) => new(Mix(Low ^ (ulong)value), Mix((High + (ulong)value) * 0xD6E8FEB86659FD93));

    /// <summary>The fingerprint of this content followed by another.</summary>
    public Fingerprint Add(Fingerprint other) => Add(unchecked((long)other.Low)).Add(unchecked((long)other.High));

    /// <summary>The fingerprint of this content followed by a text.</summary>
    public Fingerprint Add(string text)
    {
        ulong low = Low, high = High;
        unchecked
        {
            foreach (char character in text)
            {
                low = (low ^ character) * 0x100000001B3;
                high = (high + character) * 0x9FB21C651E98DF25;
                high ^= high >> 32;
            }
        }

        return new Fingerprint(low, high).Add(text.Length);
    }

    /// <summary>The fingerprint of both in any order.</summary>
    public static Fingerprint operator +(Fingerprint left, Fingerprint right) => unchecked(new(left.Low + Mix(right.Low), left.High + Mix(right.High)));

    // The finalizer of SplitMix64.
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
