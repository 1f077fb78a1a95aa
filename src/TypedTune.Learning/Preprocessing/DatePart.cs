namespace TypedTune.Learning;

/// <summary>A part of a date or a time that becomes a column.</summary>
internal enum DatePart
{
    Year,
    Quarter,
    Month,
    Week,
    Day,
    DayOfWeek,
    DayOfYear,
    Hour,
    Minute,
}
