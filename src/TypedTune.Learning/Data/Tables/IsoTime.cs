using System.Text;

namespace TypedTune.Learning;

/// <summary>Reads a date, and a time of day and an offset if they are there, as ISO 8601 and SQL write them.</summary>
/// <param name="Ticks">Ticks since 0001-01-01 on the clock that the text names.</param>
/// <param name="Offset">The minutes that the clock is ahead of UTC; null where the text has none.</param>
internal readonly record struct IsoTime(long Ticks, int? Offset)
{
    private const int MostDigits = 9;

    /// <summary>Reads <c>2024-02-29</c>, <c>2024-02-29T13:05</c>, <c>2024-02-29 13:05:00.123456Z</c>, <c>…+01:00</c>; up to nine digits of a second are read, and rounded to ticks.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out IsoTime time)
    {
        time = default;
        text = text[Ascii.Trim(text)];
        if (!TryDigits(text, 0, 4, out int year) || !TryDigits(text, 5, 2, out int month) || !TryDigits(text, 8, 2, out int day) || text[4] != '-' || text[7] != '-')
            return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        long ticks = new DateOnly(year, month, day).DayNumber * TimeSpan.TicksPerDay;
        var rest = text[10..];
        if (rest.IsEmpty)
        {
            time = new IsoTime(ticks, null);
            return true;
        }

        if (rest[0] is not ((byte)'T' or (byte)' ') || !TryTimeOfDay(ref rest, out long timeOfDay) || !TryOffset(rest, out int? offset))
            return false;

        // The last tick that there is, rounded up.
        if (ticks + timeOfDay > DateTime.MaxValue.Ticks)
            return false;
        time = new IsoTime(ticks + timeOfDay, offset);
        return true;
    }

    private static bool TryTimeOfDay(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (!TryDigits(text, 1, 2, out int hour) || !TryDigits(text, 4, 2, out int minute) || text[3] != ':' || hour > 23 || minute > 59)
            return false;
        text = text[6..];
        ticks = (hour * 60 + minute) * TimeSpan.TicksPerMinute;
        if (text.IsEmpty || text[0] != ':')
            return true;
        if (!TryDigits(text, 1, 2, out int second) || second > 59)
            return false;
        text = text[3..];
        ticks += second * TimeSpan.TicksPerSecond;
        return TryFraction(ref text, ref ticks);
    }

    /// <summary>Reads the digits behind a point, if there is one.</summary>
    internal static bool TryFraction(ref ReadOnlySpan<byte> text, ref long ticks)
    {
        if (text.IsEmpty || text[0] is not ((byte)'.' or (byte)','))
            return true;
        int digits = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') is >= 0 and var other ? other : text.Length - 1;
        if (digits is 0 or > MostDigits || !TryDigits(text, 1, digits, out int fraction))
            return false;
        long nanoseconds = fraction;
        for (int i = digits; i < MostDigits; i++)
            nanoseconds *= 10;
        ticks += (nanoseconds + TimeSpan.NanosecondsPerTick / 2) / TimeSpan.NanosecondsPerTick;
        text = text[(1 + digits)..];
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out int? offset)
    {
        offset = null;
        if (text.IsEmpty)
            return true;
        offset = 0;
        if (text.Length == 1 && text[0] == 'Z')
            return true;
        if (text[0] is not ((byte)'+' or (byte)'-') || !TryDigits(text, 1, 2, out int hours))
            return false;
        var rest = text[3..];
        int minutes = 0;
        if (!rest.IsEmpty && !(TryDigits(rest, rest[0] == ':' ? 1 : 0, 2, out minutes) && rest.Length == (rest[0] == ':' ? 3 : 2)))
            return false;
        offset = (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
        return hours <= 14 && minutes <= 59;
    }

    internal static bool TryDigits(ReadOnlySpan<byte> text, int start, int count, out int value)
    {
        value = 0;
        if (text.Length < start + count)
            return false;
        foreach (byte digit in text.Slice(start, count))
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;
            value = value * 10 + (digit - '0');
        }

        return true;
    }
}
