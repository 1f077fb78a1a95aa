using System.Globalization;
using System.Text;

namespace TypedTune.Learning;

/// <summary>How a file of separated values is written. Immutable.</summary>
public sealed record CsvOptions
{
    internal static CsvOptions Default { get; } = new();

    /// <summary>The character between two fields: any ASCII character but letters, digits, quotes and line breaks. Default: a comma.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The character cannot separate fields.</exception>
    public char Separator
    {
        get;
        init => field = char.IsAscii(value) && !char.IsAsciiLetterOrDigit(value) && value is not ('"' or '\r' or '\n' or '\0')
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Separator), value, "A separator is an ASCII character that is no letter, digit, quote or line break, such as ',', ';' or '\\t'.");
    } = ',';

    /// <summary>
    /// How numbers are written, such as with a decimal comma, and the names of months where a column declares a format. Nothing may stand between the thousands, whatever
    /// the culture; dates are in ISO 8601 but for columns that declare another format, and of the Gregorian calendar. Default: the invariant culture.
    /// </summary>
    public CultureInfo Culture
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Culture));
    } = CultureInfo.InvariantCulture;

    /// <summary>
    /// What stands in the place of a missing value, in this case of letters and, unless it is empty, with or without spaces around it. A column that declares one of
    /// these as a category takes it for that. The first is written. What is given here replaces the default: empty, <c>NA</c>, <c>N/A</c>, <c>NaN</c>, <c>nan</c>, <c>null</c>, <c>NULL</c>, <c>?</c>.
    /// </summary>
    public IReadOnlyList<string> Missing
    {
        get;
        init => field = value is null || value.Contains(null!) ? throw new ArgumentNullException(nameof(Missing))
            : value.FirstOrDefault(marker => marker.Length > 0 && string.IsNullOrWhiteSpace(marker)) is not null ? throw new ArgumentException("A marker for missing values consists of spaces only. Spaces around a marker are ignored; use \"\" for an empty field.", nameof(Missing))
            : [.. value.Select(marker => marker.Trim()).Distinct(StringComparer.Ordinal)];
    } = ["", "NA", "N/A", "NaN", "nan", "null", "NULL", "?"];

    /// <summary>
    /// Whether the first line names the columns; null, the default, for yes, except that a matrix whose names are all numbers is refused, as that may be a row of it.
    /// Without names, the fields are a row type's columns in the order of its properties, and those of a matrix are called <c>x0</c>, <c>x1</c> and so on. Files are
    /// always written with a header.
    /// </summary>
    public bool? HasHeader { get; init; }

    /// <summary>
    /// Whether a row type's target is among the columns. Where it is not, as in files of rows that are only to be predicted, every row's target is missing, and its
    /// property must be nullable. Default: yes.
    /// </summary>
    public bool HasTarget { get; init; } = true;

    /// <summary>The encoding; null, the default, for UTF-8 or what a byte order mark says. What is not of the encoding is refused.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The name of a stream or a text in messages; files have their own. Default: <c>the input</c>.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string Source
    {
        get;
        init => field = string.IsNullOrEmpty(value) ? throw new ArgumentException("A source needs a name.", nameof(Source)) : value;
    } = "the input";

    /// <summary>The encoding other than UTF-8, such that it throws where a text is not of it; null for UTF-8.</summary>
    internal Encoding? StrictEncoding => Encoding is null or UTF8Encoding ? null : Strict(Encoding);

    internal static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        strict.EncoderFallback = EncoderFallback.ExceptionFallback;
        return strict;
    }
}
