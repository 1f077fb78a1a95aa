using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace TypedTune;

/// <summary>
/// A hash of 128 bits (XxHash128, seed 0) over the UTF-8 of a text, by which configurations are told apart in stores, caches and
/// between processes. The same everywhere; not a safeguard against people who want two texts of one hash. Immutable.
/// </summary>
/// <param name="High">The upper 64 bits.</param>
/// <param name="Low">The lower 64 bits.</param>
public readonly record struct Fingerprint(ulong High, ulong Low) : IParsable<Fingerprint>, IFormattable
{
    private const int Digits = 32;

    /// <summary>Computes the fingerprint of a text.</summary>
    /// <param name="text">The text.</param>
    public static Fingerprint Compute(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Compute(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Computes the fingerprint of a text in UTF-8.</summary>
    /// <param name="text">The bytes of the text.</param>
    public static Fingerprint Compute(ReadOnlySpan<byte> text)
    {
        var hash = XxHash128.HashToUInt128(text);
        return new Fingerprint((ulong)(hash >> 64), (ulong)hash);
    }

    /// <summary>Reads the text that <see cref="ToString()"/> wrote.</summary>
    /// <param name="text">32 hexadecimal digits.</param>
    /// <exception cref="FormatException">The text is not 32 hexadecimal digits.</exception>
    public static Fingerprint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var fingerprint) ? fingerprint : throw new FormatException($"A fingerprint is {Digits} hexadecimal digits, but this is '{Excerpt.From(text)}'.");
    }

    /// <summary>Reads the text that <see cref="ToString()"/> wrote.</summary>
    /// <param name="text">A text.</param>
    /// <param name="fingerprint">The fingerprint, if it is one.</param>
    /// <returns>Whether the text is 32 hexadecimal digits.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Fingerprint fingerprint)
    {
        bool isParsed = text is { Length: Digits } && UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
        var bits = isParsed ? UInt128.Parse(text!, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : default;
        fingerprint = new Fingerprint((ulong)(bits >> 64), (ulong)bits);
        return isParsed;
    }

    static Fingerprint IParsable<Fingerprint>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Fingerprint>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Fingerprint result) => TryParse(s, out result);

    /// <summary>32 hexadecimal digits, the same in every culture.</summary>
    public override string ToString() => new UInt128(High, Low).ToString("x32", CultureInfo.InvariantCulture);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();
}
