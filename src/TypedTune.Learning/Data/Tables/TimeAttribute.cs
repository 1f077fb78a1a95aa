namespace TypedTune.Learning;

/// <summary>Marks the column that says when a row was observed: splitters such as <see cref="TimeSeriesSplit"/> never learn from what came later.</summary>
/// <remarks>
/// On a date, a time, a duration or a whole number. A property without a setter is computed from the row, and is no column of a file. The column is a feature only
/// where a branch names it.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeAttribute : Attribute;
