using Apache.Arrow;
using Apache.Arrow.Types;
using TypedTune.Learning;

namespace TypedTune.Arrow;

/// <summary>Reads columns of dates, times and durations.</summary>
internal static class TimeReading
{
    private const long MillisecondsPerDay = 24 * 60 * 60 * 1000;

    /// <summary>Reads a piece of a column, as <see cref="NumberReading.TryRead"/> does.</summary>
    public static bool TryRead(IArrowArray chunk, NumberKind kind, Span<double> values, out int lost)
    {
        int? read = (chunk, kind) switch
        {
            (Date32Array array, NumberKind.Date) => PrimitiveReading.Convert(array, days => days, values),
            (Date64Array array, NumberKind.Date) => PrimitiveReading.Convert(array, milliseconds => milliseconds % MillisecondsPerDay == 0 ? milliseconds / MillisecondsPerDay : null, values),
            (Date32Array array, NumberKind.DateTime) => PrimitiveReading.Convert(array, days => Seconds(days, TimeSpan.TicksPerDay), values),
            (Date64Array array, NumberKind.DateTime) => PrimitiveReading.Convert(array, milliseconds => Seconds(milliseconds, TimeSpan.TicksPerMillisecond), values),
            (TimestampArray array, _) => ReadTimestamps(array, kind, values),
            (DurationArray array, NumberKind.TimeSpan) => PrimitiveReading.Convert(array, value => Duration(Ticks(value, array.DataType.Unit)), values),
            (Time32Array array, NumberKind.TimeSpan) => PrimitiveReading.Convert(array, value => Duration(Ticks(value, ((Time32Type)array.Data.DataType).Unit)), values),
            (Time64Array array, NumberKind.TimeSpan) => PrimitiveReading.Convert(array, value => Duration(Ticks(value, ((Time64Type)array.Data.DataType).Unit)), values),
            _ => null,
        };
        lost = read ?? -1;
        return read is not null;
    }

    private static int? ReadTimestamps(TimestampArray array, NumberKind kind, Span<double> values)
    {
        var type = (TimestampType)array.Data.DataType;
        return kind switch
        {
            NumberKind.Date when !type.IsTimeZoneAware => PrimitiveReading.Convert(array, value => Ticks(value, type.Unit) is { } ticks && ticks % TimeSpan.TicksPerDay == 0 ? ticks / TimeSpan.TicksPerDay : null, values),
            NumberKind.DateTime when !type.IsTimeZoneAware => PrimitiveReading.Convert(array, value => Time(Ticks(value, type.Unit)), values),
            NumberKind.DateTimeOffset when type.IsTimeZoneAware => PrimitiveReading.Convert(array, value => Time(Ticks(value, type.Unit)), values),
            _ => null,
        };
    }

    // Nanoseconds are rounded to ticks, as all that is finer than a column holds is.
    private static long? Ticks(long value, TimeUnit unit)
    {
        var ticks = unit switch
        {
            TimeUnit.Second => (Int128)value * TimeSpan.TicksPerSecond,
            TimeUnit.Millisecond => (Int128)value * TimeSpan.TicksPerMillisecond,
            TimeUnit.Microsecond => (Int128)value * TimeSpan.TicksPerMicrosecond,
            _ => (Int128)Math.Floor((value + 50m) / 100m),
        };
        return ticks >= long.MinValue && ticks <= long.MaxValue ? (long)ticks : null;
    }

    private static double? Seconds(long value, long ticksPerUnit)
    {
        var ticks = (Int128)value * ticksPerUnit;
        return ticks >= long.MinValue && ticks <= long.MaxValue ? Time((long)ticks) : null;
    }

    private static double? Time(long? ticksSince1970) =>
        ticksSince1970 >= -DateTime.UnixEpoch.Ticks && ticksSince1970 <= DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks
            ? DateEncoding.ToSeconds(new DateTime(ticksSince1970.Value + DateTime.UnixEpoch.Ticks))
            : null;

    private static double? Duration(long? ticks) => ticks is { } known ? DateEncoding.ToSeconds(new TimeSpan(known)) : null;
}
