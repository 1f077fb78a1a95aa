namespace TypedTune.Learning;

/// <summary>Marks a column whose values stratified splitters, such as <see cref="StratifiedKFold"/>, keep in about the same proportion in every fold; several columns together count as one.</summary>
/// <remarks>
/// On a string, an enum, a whole number, a bool or a date. A property without a setter is computed from the row, and is no column of a file. A column stays the
/// feature that it is. Labels are always balanced beside it.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StratumAttribute : Attribute;
