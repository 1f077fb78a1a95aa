using System.Text;

namespace TypedTune.Learning;

/// <summary>Converts values of a database to the numbers of one column.</summary>
/// <param name="text">What the numbers stand for, and how dates are written where the database holds them as text.</param>
internal sealed class DbNumber(NumberText text)
{
    /// <summary>Converts a value that is not missing.</summary>
    /// <returns>What is wrong with it and what to do about it, or null if nothing is lost.</returns>
    public string? Convert(object value, out double number)
    {
        number = 0;
        if (value is string written && text.Kind is (NumberKind.Date or NumberKind.DateTime or NumberKind.DateTimeOffset or NumberKind.TimeSpan))
            return text.Parse(Encoding.UTF8.GetBytes(written), out number);
        double? converted = text.Kind switch
        {
            NumberKind.Date => FromDate(value),
            NumberKind.DateTime => FromTime(value),
            NumberKind.DateTimeOffset => FromInstant(value),
            NumberKind.TimeSpan => FromDuration(value),
            _ => FromNumber(value),
        };
        number = converted ?? 0;
        return converted is null ? Refuse(value) : null;
    }

    private static double? FromNumber(object value) => value switch
    {
        double real => real,
        float real => real,
        decimal real => (double)real,
        int whole => whole,
        long whole => (Int128)(double)whole == whole ? whole : null,
        short whole => whole,
        byte whole => whole,
        bool flag => flag ? 1 : 0,
        sbyte whole => whole,
        ushort whole => whole,
        uint whole => whole,
        ulong whole => (Int128)(double)whole == whole ? whole : null,
        _ => null,
    };

    private static double? FromDate(object value) => value switch
    {
        DateOnly date => DateEncoding.ToDays(date),
        DateTime time when time.TimeOfDay == TimeSpan.Zero => DateEncoding.ToDays(DateOnly.FromDateTime(time)),
        _ => null,
    };

    private static double? FromTime(object value) => value switch
    {
        DateTime time => DateEncoding.ToSeconds(time),
        DateOnly date => DateEncoding.ToSeconds(date.ToDateTime(TimeOnly.MinValue)),
        _ => null,
    };

    private static double? FromInstant(object value) => value switch
    {
        DateTimeOffset time => DateEncoding.ToSeconds(time),
        DateTime { Kind: DateTimeKind.Utc } time => DateEncoding.ToSeconds(time),
        _ => null,
    };

    private static double? FromDuration(object value) => value switch
    {
        TimeSpan duration => DateEncoding.ToSeconds(duration),
        TimeOnly time => DateEncoding.ToSeconds(time.ToTimeSpan()),
        _ => null,
    };

    private string Refuse(object value) => (value, text.Kind) switch
    {
        (DateTime, NumberKind.Date) => "has a time of day, which a DateOnly cannot keep. Make the property a DateTime, or query the date alone.",
        (DateTimeOffset, NumberKind.DateTime) => "has an offset from UTC, which a DateTime cannot keep. Make the property a DateTimeOffset.",
        (DateTime, NumberKind.DateTimeOffset) => "has no offset from UTC. Make the property a DateTime, or query the time in UTC.",
        (long or ulong, NumberKind.Real or NumberKind.Integer) => "is a whole number that a column cannot hold exactly. Make the property a string if it is a name, or round it in the query.",
        _ => $"is of the type {value.GetType().ToString().Replace("System.", "", StringComparison.Ordinal)}, but the column holds {Describe(text.Kind)}. Convert it in the query, or change the property's type.",
    };

    private static string Describe(NumberKind kind) => kind switch
    {
        NumberKind.Integer => "whole numbers",
        NumberKind.Boolean => "truth values",
        NumberKind.Date => "dates",
        NumberKind.DateTime => "times",
        NumberKind.DateTimeOffset => "points in time",
        NumberKind.TimeSpan => "durations",
        _ => "numbers",
    };
}
