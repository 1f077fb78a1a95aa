using System.Globalization;

namespace TypedTune;

/// <summary>Converts values to text and back: values that format and parse themselves, and names of enums.</summary>
internal static class ValueText
{
    /// <summary>The text of a value, the same in every culture and without loss.</summary>
    public static string Format<T>(T value)
        where T : IFormattable => value.ToString(LosslessFormat<T>(), CultureInfo.InvariantCulture);

    /// <summary>Reads a text that <see cref="Format"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not such a value.</exception>
    public static T Parse<T>(string text)
        where T : IParsable<T>
    {
        // DateTime alone parses what it wrote into another value: a time in UTC becomes a local one.
        if (typeof(T) == typeof(DateTime))
            return (T)(object)DateTime.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        return T.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>The name of an enum's value, those of several flags with commas; null where it has none.</summary>
    public static string? NameOf<T>(T value)
        where T : struct, Enum
    {
        string name = Enum.GetName(value) ?? value.ToString();
        return IsName(name) ? name : null;
    }

    /// <summary>The enum's value of a name, or of several flags' names as they are written.</summary>
    public static bool TryParseName<T>(string name, out T value)
        where T : struct, Enum => Enum.TryParse(name, ignoreCase: false, out value) && IsName(name) && NameOf(value) is { } known && (known == name || !name.Contains(','));

    // Values without a name are shown as numbers.
    private static bool IsName(string text) => text.Length > 0 && !char.IsAsciiDigit(text[0]) && text[0] is not ('-' or '+' or ' ');

    private static string? LosslessFormat<T>() =>
        typeof(T) == typeof(DateTime) || typeof(T) == typeof(DateTimeOffset) || typeof(T) == typeof(DateOnly) || typeof(T) == typeof(TimeOnly) ? "O" : null;
}
