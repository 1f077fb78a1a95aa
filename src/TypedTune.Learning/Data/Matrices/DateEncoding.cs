namespace TypedTune.Learning;

/// <summary>Converts dates, times and durations to the numbers that columns hold, and back. Thread safe.</summary>
/// <remarks>
/// <para>A date is the number of days since 1970-01-01, negative before: every <see cref="DateOnly"/> comes back as it was.</para>
/// <para>
/// A time is the number of seconds since 1970-01-01T00:00:00, a duration its number of seconds. What comes back is exact to the tick (100 ns) up to 2²⁹ seconds,
/// which is 17 years, from zero (times from 1953 to 1986), to the microsecond up to 2³³ seconds (times from 1697 to 2242), and to the millisecond beyond; what is
/// finer is rounded to the nearest of these, or down where the nearest is beyond the type's range. Rounded once, a value stays as it is.
/// </para>
/// <para>Neither <see cref="DateTime.Kind"/> nor the offset of a <see cref="DateTimeOffset"/> is kept: the former is a wall-clock time, the latter one in UTC.</para>
/// </remarks>
public static class DateEncoding
{
    private const long TickLimit = (1L << 29) * TimeSpan.TicksPerSecond;
    private const long MicrosecondLimit = (1L << 33) * TimeSpan.TicksPerSecond;

    private static readonly int _firstDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>Days since 1970-01-01.</summary>
    /// <param name="date">Any date.</param>
    public static double ToDays(DateOnly date) => date.DayNumber - _firstDay;

    /// <summary>Seconds since 1970-01-01T00:00:00 on the same clock.</summary>
    /// <param name="time">Any time; its kind does not count.</param>
    public static double ToSeconds(DateTime time) => Encode(time.Ticks - DateTime.UnixEpoch.Ticks, DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks);

    /// <summary>Seconds since 1970-01-01T00:00:00 in UTC.</summary>
    /// <param name="time">Any time; its offset is taken off.</param>
    public static double ToSeconds(DateTimeOffset time) => ToSeconds(time.UtcDateTime);

    /// <summary>The seconds of a duration.</summary>
    /// <param name="duration">Any duration.</param>
    public static double ToSeconds(TimeSpan duration) => Encode(duration.Ticks, long.MaxValue);

    /// <summary>The date that is so many days from 1970-01-01; the part of a day does not count.</summary>
    /// <param name="days">From <see cref="ToDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such date.</exception>
    public static DateOnly ToDate(double days)
    {
        double number = Math.Floor(days) + _firstDay;
        return number >= 0 && number <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber((int)number)
            : throw new ArgumentOutOfRangeException(nameof(days), days, "A date lies in the years 1 to 9999, which are -719162 to 2932896 days from 1970-01-01.");
    }

    /// <summary>The time that is so many seconds from 1970-01-01T00:00:00, of unspecified kind.</summary>
    /// <param name="seconds">From <see cref="ToSeconds(DateTime)"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such time.</exception>
    public static DateTime ToDateTime(double seconds) => new(UtcTicks(seconds), DateTimeKind.Unspecified);

    /// <summary>The point in time that is so many seconds from 1970-01-01T00:00:00 in UTC, with the offset zero.</summary>
    /// <param name="seconds">From <see cref="ToSeconds(DateTimeOffset)"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such time.</exception>
    public static DateTimeOffset ToDateTimeOffset(double seconds) => new(UtcTicks(seconds), TimeSpan.Zero);

    /// <summary>The duration of so many seconds.</summary>
    /// <param name="seconds">From <see cref="ToSeconds(TimeSpan)"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is longer than any <see cref="TimeSpan"/>.</exception>
    public static TimeSpan ToTimeSpan(double seconds) => DecodeTicks(seconds) is { } ticks
        ? new TimeSpan(ticks)
        : throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "A duration is at most 922337203685 seconds long.");

    private static long UtcTicks(double seconds) => DecodeTicks(seconds) is { } ticks && ticks >= -DateTime.UnixEpoch.Ticks && ticks <= DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks
        ? ticks + DateTime.UnixEpoch.Ticks
        : throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "A time lies in the years 1 to 9999, which are -62135596800 to 253402300799.999 seconds from 1970-01-01.");

    private static double Encode(long ticks, long latest)
    {
        long grid = Grid(ticks is >= -TickLimit and < TickLimit, ticks is >= -MicrosecondLimit and < MicrosecondLimit);
        long rest = ((ticks % grid) + grid) % grid;
        bool isUp = ticks < long.MinValue + rest || (2 * rest >= grid && rest > 0 && ticks - rest <= latest - grid);
        ticks += isUp ? grid - rest : -rest;

        // Added in two parts, as so many ticks alone are not exact.
        long second = ticks / TimeSpan.TicksPerSecond;
        return second + (double)(ticks % TimeSpan.TicksPerSecond) / TimeSpan.TicksPerSecond;
    }

    private static long? DecodeTicks(double seconds)
    {
        const double Most = (double)(long.MaxValue / TimeSpan.TicksPerSecond) + 1;
        if (!(Math.Abs(seconds) <= Most))
            return null;
        double whole = Math.Floor(seconds);
        double magnitude = Math.Abs(seconds);
        long grid = Grid(magnitude < TickLimit / TimeSpan.TicksPerSecond, magnitude < MicrosecondLimit / TimeSpan.TicksPerSecond);
        var ticks = (Int128)whole * TimeSpan.TicksPerSecond + (long)Math.Round((seconds - whole) * TimeSpan.TicksPerSecond / grid) * grid;
        return ticks >= long.MinValue && ticks <= long.MaxValue ? (long)ticks : null;
    }

    private static long Grid(bool isTickExact, bool isMicrosecondExact) => isTickExact ? 1 : isMicrosecondExact ? TimeSpan.TicksPerMicrosecond : TimeSpan.TicksPerMillisecond;
}
