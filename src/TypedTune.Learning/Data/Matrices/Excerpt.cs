using System.Globalization;
using System.Text;

namespace TypedTune.Learning;

/// <summary>Shortens text of users' data before a message repeats it, so that no message grows with the data.</summary>
internal static class Excerpt
{
    private const int LongestText = 80;
    private const int LongestList = 20;

    /// <summary>The text as it is, or its beginning and how long it is; null characters and the like are written as their code.</summary>
    public static string Shorten(string text)
    {
        if (text.Length > LongestText)
        {
            int end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
            return string.Create(CultureInfo.InvariantCulture, $"{Shorten(text[..end])}… ({text.Length} characters)");
        }

        return text.AsSpan().ContainsAnyInRange('\0', '\x1f') ? EscapeControls(text) : text;
    }

    /// <summary>The beginning of UTF-8 text, of which bytes that are none are written as U+FFFD.</summary>
    public static string Shorten(ReadOnlySpan<byte> text) =>
        text.Length <= 4 * LongestText
            ? Shorten(Encoding.UTF8.GetString(text))
            : string.Create(CultureInfo.InvariantCulture, $"{Shorten(Encoding.UTF8.GetString(text[..(4 * LongestText)])[..LongestText])}… ({text.Length} bytes)");

    /// <summary>The items, separated by commas, or the first of them and how many there are; each is shortened.</summary>
    public static string List(IReadOnlyCollection<string> items)
    {
        string list = string.Join(", ", items.Take(LongestList).Select(Shorten));
        return items.Count <= LongestList ? list : string.Create(CultureInfo.InvariantCulture, $"{list}, … ({items.Count} in all)");
    }

    private static string EscapeControls(string text)
    {
        var escaped = new StringBuilder();
        foreach (char letter in text)
        {
            _ = letter switch
            {
                '\t' => escaped.Append("\\t"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
