using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Computes parts of dates, and what a full circle of each is.</summary>
internal static class DatePartValues
{
    /// <summary>The name behind that of the column.</summary>
    public static string Name(DatePart part) => part switch
    {
        DatePart.DayOfWeek => "day of week",
        DatePart.DayOfYear => "day of year",
        _ => part.ToString().ToLowerInvariant(),
    };

    /// <summary>The part as people count it.</summary>
    public static int Value(DateTime time, DatePart part) => part switch
    {
        DatePart.Year => time.Year,
        DatePart.Quarter => (time.Month + 2) / 3,
        DatePart.Month => time.Month,
        DatePart.Week => ISOWeek.GetWeekOfYear(time),
        DatePart.Day => time.Day,
        DatePart.DayOfWeek => 1 + (((int)time.DayOfWeek + 6) % 7),
        DatePart.DayOfYear => time.DayOfYear,
        DatePart.Hour => time.Hour,
        DatePart.Minute => time.Minute,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "There is no such part."),
    };

    /// <summary>How far the part is on its circle, from 0 to below 1.</summary>
    public static double Turn(DateTime time, DatePart part)
    {
        int value = Value(time, part);
        return part switch
        {
            DatePart.Quarter => (value - 1) / 4.0,
            DatePart.Month => (value - 1) / 12.0,
            DatePart.Week => (value - 1.0) / ISOWeek.GetWeeksInYear(ISOWeek.GetYear(time)),
            DatePart.Day => (value - 1.0) / DateTime.DaysInMonth(time.Year, time.Month),
            DatePart.DayOfWeek => (value - 1) / 7.0,
            DatePart.DayOfYear => (value - 1.0) / (DateTime.IsLeapYear(time.Year) ? 366 : 365),
            DatePart.Hour => value / 24.0,
            _ => value / 60.0,
        };
    }
}
