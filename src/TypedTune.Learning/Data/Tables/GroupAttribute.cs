namespace TypedTune.Learning;

/// <summary>
/// Marks the column that says which rows belong together, such as visits of a patient: splitters such as <see cref="GroupKFold"/> never put rows of one group on
/// both sides.
/// </summary>
/// <remarks>
/// On a string, an enum, a whole number, a bool or a date. A property without a setter is computed from the row, and is no column of a file. The column is a feature
/// only where a branch names it.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GroupAttribute : Attribute;
