using System.Globalization;
using System.Text;

namespace TypedTune.Learning;

/// <summary>Reads the numbers of a column from text, and writes them.</summary>
/// <param name="Kind">What the numbers stand for.</param>
/// <param name="Format">The format of dates and times; null for ISO 8601.</param>
/// <param name="Culture">How numbers are written, and the names of months in a format; days are counted by the Gregorian calendar.</param>
internal sealed record NumberText(NumberKind Kind, string? Format, CultureInfo Culture)
{
    private const string HasOffset = "has an offset from UTC, which a DateTime cannot keep. Make the property a DateTimeOffset, or write the time without an offset.";

    // No two parts of which are equal.
    private static readonly DateTimeOffset s_example = new(2003, 11, 25, 14, 36, 47, TimeSpan.FromMinutes(330));

    private readonly NumberFormatInfo _numbers = NumberFormatInfo.GetInstance(Culture);
    private readonly CultureInfo _dates = Gregorian(Culture);

    /// <summary>Says why no date or time can be read by the format; null where one can.</summary>
    public string? WhyBadFormat()
    {
        if (Format is null || Kind is not (NumberKind.Date or NumberKind.DateTime or NumberKind.DateTimeOffset))
            return null;
        try
        {
            string text = Kind == NumberKind.DateTimeOffset ? s_example.ToString(Format, _dates) : s_example.DateTime.ToString(Format, _dates);
            if (!TryParseFormatted(text, out var time) || time.Date != s_example.Date)
                return $"the format '{Excerpt.From(Format)}', which does not tell a whole date. Declare one with year, month and day, such as dd.MM.yyyy.";
            return Kind == NumberKind.DateTimeOffset && time.Offset != s_example.Offset
                ? $"the format '{Excerpt.From(Format)}', which does not tell the offset from UTC. Add zzz to it, or make the property a DateTime."
                : null;
        }
        catch (FormatException)
        {
            return $"the format '{Excerpt.From(Format)}', which is not a valid format for dates. Declare one that DateTime.ToString accepts, such as dd.MM.yyyy.";
        }
    }

    /// <summary>Reads UTF-8 text that is not missing.</summary>
    /// <returns>A text that says what is wrong, to be put behind the quoted value, or null where it could be read.</returns>
    public string? Parse(ReadOnlySpan<byte> text, out double value)
    {
        if (Kind is NumberKind.Real or NumberKind.Integer)
            return ParseNumber(text, out value);
        value = 0;
        return Kind switch
        {
            NumberKind.Boolean when TryParseBoolean(text, out value) => null,
            NumberKind.Boolean => ParseNumber(text, out value),
            NumberKind.TimeSpan => ParseDuration(text, out value),
            _ => Format is null ? ParseTime(text, out value) : ParseFormatted(text, out value),
        };
    }

    /// <summary>Writes a number that is not missing such that <see cref="Parse"/> reads the same.</summary>
    public string Write(double value) => Kind switch
    {
        NumberKind.Boolean => value == 0 ? "false" : "true",
        NumberKind.Date => DateEncoding.ToDate(value).ToDateTime(TimeOnly.MinValue).ToString(Format ?? "yyyy-MM-dd", _dates),
        NumberKind.DateTime => DateEncoding.ToDateTime(value).ToString(Format ?? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", _dates),
        NumberKind.DateTimeOffset => DateEncoding.ToDateTimeOffset(value).ToString(Format ?? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", _dates),
        NumberKind.TimeSpan => DateEncoding.ToTimeSpan(value).ToString("c", CultureInfo.InvariantCulture),
        _ => value.ToString("R", Culture),
    };

    // Not the reader's own parsing: it admits group separators, and would take the decimal comma of "1,5" for one.
    private string? ParseNumber(ReadOnlySpan<byte> text, out double value) =>
        double.TryParse(text, NumberStyles.Float, _numbers, out value) && !double.IsNaN(value) ? null : NotLegal;

    private string? ParseTime(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        if (!IsoTime.TryParse(text, out var time))
            return NotLegal;
        return Kind switch
        {
            NumberKind.Date => FromDate(time, out value),
            NumberKind.DateTime when time.Offset is null or 0 => FromTime(new DateTime(time.Ticks), out value),
            NumberKind.DateTime => HasOffset,
            _ when time.Offset is null => "has no offset from UTC. Write it with Z or an offset such as +01:00, or make the property a DateTime.",
            _ => FromOffset(time, out value),
        };
    }

    private static string? FromDate(IsoTime time, out double value)
    {
        var at = new DateTime(time.Ticks);
        value = DateEncoding.ToDays(DateOnly.FromDateTime(at));
        return at.TimeOfDay == TimeSpan.Zero ? null : "has a time of day, which a DateOnly cannot keep. Make the property a DateTime, or write the date alone.";
    }

    private static string? FromTime(DateTime time, out double value)
    {
        value = DateEncoding.ToSeconds(time);
        return null;
    }

    private static string? FromOffset(IsoTime time, out double value)
    {
        long ticks = time.Ticks - (time.Offset ?? 0) * TimeSpan.TicksPerMinute;
        bool exists = ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
        value = exists ? DateEncoding.ToSeconds(new DateTimeOffset(ticks, TimeSpan.Zero)) : 0;
        return exists ? null : "lies outside of the years 1 to 9999 in UTC.";
    }

    private string? ParseFormatted(ReadOnlySpan<byte> text, out double value)
    {
        string letters = Encoding.UTF8.GetString(text);
        bool isTime = TryParseFormatted(letters, out var time);
        value = 0;
        if (!isTime)
            return NotLegal;
        var named = new IsoTime(time.DateTime.Ticks, (int)time.Offset.TotalMinutes);
        return Kind switch
        {
            NumberKind.Date => FromDate(named, out value),
            NumberKind.DateTime => named.Offset == 0 ? FromTime(time.DateTime, out value) : HasOffset,
            _ => FromOffset(named, out value),
        };
    }

    private bool TryParseFormatted(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Format, _dates, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal, out time);

    private static CultureInfo Gregorian(CultureInfo culture)
    {
        if (culture.DateTimeFormat.Calendar is GregorianCalendar)
            return culture;
        if (culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() is not { } calendar)
            return CultureInfo.InvariantCulture;
        var clone = (CultureInfo)culture.Clone();
        clone.DateTimeFormat.Calendar = calendar;
        return clone;
    }

    private string? ParseDuration(ReadOnlySpan<byte> text, out double value)
    {
        bool isDuration = DurationText.TryParse(text, out var duration);
        value = isDuration ? DateEncoding.ToSeconds(duration) : 0;
        return isDuration ? null : NotLegal;
    }

    private static bool TryParseBoolean(ReadOnlySpan<byte> text, out double value)
    {
        text = text[Ascii.Trim(text)];
        bool isTrue = Ascii.EqualsIgnoreCase(text, "true"u8);
        value = isTrue ? 1 : 0;
        return isTrue || Ascii.EqualsIgnoreCase(text, "false"u8);
    }

    private string NotLegal => Kind switch
    {
        NumberKind.Integer => "is not a whole number.",
        NumberKind.Boolean => "is not true, false, 1 or 0.",
        NumberKind.Date when Format is null => "is not a date such as 2024-02-29. Name another format by [Column(Format = \"…\")].",
        NumberKind.DateTime when Format is null => "is not a time such as 2024-02-29T13:05:00. Name another format by [Column(Format = \"…\")].",
        NumberKind.DateTimeOffset when Format is null => "is not a time such as 2024-02-29T13:05:00Z. Name another format by [Column(Format = \"…\")].",
        NumberKind.TimeSpan => "is not a duration such as 1.02:30:00 or P1DT2H30M.",
        NumberKind.Date or NumberKind.DateTime or NumberKind.DateTimeOffset => $"is not of the format {Format}.",
        _ => $"is not a number. Write numbers with {DecimalMark} for the decimals and nothing between the thousands.",
    };

    private string DecimalMark => Culture.NumberFormat.NumberDecimalSeparator switch
    {
        "." => "a point",
        "," => "a comma",
        var other => $"'{other}'",
    };
}
