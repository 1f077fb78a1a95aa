using System.Buffers;
using System.Globalization;
using System.Text;

namespace TypedTune;

/// <summary>Makes what others wrote fit for a message: names, values and texts of any length and with any characters.</summary>
/// <remarks>
/// Every error of the library that repeats such a text goes through here, so that none is longer than a screen, and none breaks a line
/// or speaks to the terminal: control characters are written as <c>\n</c>, <c>\t</c> or <c>\u001B</c>. Thread safe.
/// </remarks>
public static class Excerpt
{
    private const int Most = 200;
    private const int MostOfObject = 1000;
    private const int MostItems = 20;

    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)]);

    /// <summary>The text where it has at most 200 characters; else its beginning and how long it is.</summary>
    /// <param name="text">Any text; null is taken for an empty one.</param>
    public static string From(string? text) => From(text, Most);

    /// <summary>UTF-8 text where it has at most 200 bytes; else its beginning and how long it is. Bytes that are no UTF-8 become U+FFFD.</summary>
    /// <param name="text">Any bytes.</param>
    public static string FromUtf8(ReadOnlySpan<byte> text) => text.Length <= Most
        ? Visible(Encoding.UTF8.GetString(text))
        : string.Create(CultureInfo.InvariantCulture, $"{Visible(Encoding.UTF8.GetString(text[..Most]))}… ({text.Length} bytes)");

    /// <summary>The text of an object, at most 1000 characters of it; the name of its type where its text cannot be read. Runs code of the user's: call it under no lock.</summary>
    /// <param name="value">Any object; null is taken for an empty text.</param>
    public static string FromObject(object? value)
    {
        try
        {
            return From(value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value?.ToString(), MostOfObject);
        }
        catch (Exception)
        {
            return value!.GetType().ToString();
        }
    }

    /// <summary>The first 20 items, each shortened, with commas between them, and how many more there are.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="items">Names or values.</param>
    public static string FromList<T>(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var first = new List<string>();
        int more = 0;
        foreach (var item in items)
        {
            if (first.Count < MostItems)
                first.Add(item is string name ? From(name) : FromObject(item));
            else
                more++;
        }

        return string.Join(", ", first) + (more == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {more} more"));
    }

    /// <summary>The text where it has at most so many characters; else its beginning and how long it is.</summary>
    internal static string From(string? text, int most, bool keepsLines = false)
    {
        if (text is null || text.Length <= most)
            return Visible(text ?? "", keepsLines);

        // Half of a pair of characters would be no text.
        int end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return string.Create(CultureInfo.InvariantCulture, $"{Visible(text[..end], keepsLines)}… ({text.Length} characters)");
    }

    private static string Visible(string text, bool keepsLines = false)
    {
        if (!text.AsSpan().ContainsAny(Controls))
            return text;
        var visible = new StringBuilder();
        foreach (char character in text)
        {
            visible = character switch
            {
                '\n' or '\r' or '\t' when keepsLines => visible.Append(character),
                '\n' => visible.Append(@"\n"),
                '\r' => visible.Append(@"\r"),
                '\t' => visible.Append(@"\t"),
                _ when char.IsControl(character) => visible.Append(CultureInfo.InvariantCulture, $@"\u{(int)character:X4}"),
                _ => visible.Append(character),
            };
        }

        return visible.ToString();
    }
}
