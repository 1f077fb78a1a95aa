using System.Globalization;
using System.Text;

namespace TypedTune.Learning;

/// <summary>Reads durations as .NET writes them, <c>1.02:30:00.5</c>, and as ISO 8601 does, <c>P1DT2H30M0.5S</c>.</summary>
internal static class DurationText
{
    /// <summary>Reads a duration; years and months, whose length differs, are refused.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan duration)
    {
        text = text[Ascii.Trim(text)];
        bool isNegative = !text.IsEmpty && text[0] == '-';
        if (text.Length > (isNegative ? 1 : 0) && text[isNegative ? 1 : 0] == 'P')
            return TryParseIso(text[(isNegative ? 2 : 1)..], isNegative, out duration);

        Span<char> letters = stackalloc char[32];
        duration = default;
        return text.Length <= letters.Length
            && text.Contains((byte)':')
            && Ascii.ToUtf16(text, letters, out int count) == System.Buffers.OperationStatus.Done
            && TimeSpan.TryParseExact(letters[..count], ["c", @"h\:mm", @"hh\:mm", @"h\:mm\:ss", @"h\:mm\:ss\.FFFFFFF"], CultureInfo.InvariantCulture, out duration);
    }

    private static bool TryParseIso(ReadOnlySpan<byte> text, bool isNegative, out TimeSpan duration)
    {
        duration = default;
        Int128 ticks = 0;
        bool isTime = false;
        ReadOnlySpan<byte> units = "WDTHMS"u8;
        int next = 0;
        bool isEmpty = true;
        while (!text.IsEmpty)
        {
            if (text[0] == 'T' && !isTime)
            {
                (isTime, isEmpty, next) = (true, true, 3);
                text = text[1..];
                continue;
            }

            int digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits is < 1 or > 9 || !IsoTime.TryDigits(text, 0, digits, out int number))
                return false;
            text = text[digits..];
            long fraction = 0;
            bool hasFraction = text[0] is (byte)'.' or (byte)',';
            if (!IsoTime.TryFraction(ref text, ref fraction) || text.IsEmpty)
                return false;
            int unit = units[next..].IndexOf(text[0]) + next;
            if (unit < next || unit == 2 || (unit > 2) != isTime || (hasFraction && unit != 5))
                return false;
            ticks += (Int128)number * Ticks(unit) + fraction;
            text = text[1..];
            (next, isEmpty) = (unit + 1, false);
        }

        if (isEmpty || ticks > long.MaxValue)
            return false;
        duration = new TimeSpan((long)(isNegative ? -ticks : ticks));
        return true;
    }

    private static long Ticks(int unit) => unit switch
    {
        0 => 7 * TimeSpan.TicksPerDay,
        1 => TimeSpan.TicksPerDay,
        3 => TimeSpan.TicksPerHour,
        4 => TimeSpan.TicksPerMinute,
        _ => TimeSpan.TicksPerSecond,
    };
}
