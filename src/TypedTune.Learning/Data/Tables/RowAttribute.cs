namespace TypedTune.Learning;

/// <summary>
/// Makes a <c>partial</c> record or class a row of a table: each public property with a setter is a column. The generator
/// adds <c>Columns</c>, one typed value a column, and <c>ReadCsv</c>.
/// </summary>
/// <remarks>
/// <see cref="double"/>, <see cref="float"/>, <see cref="decimal"/>, the integer types and <see cref="bool"/> are numbers, and so are <see cref="DateOnly"/>,
/// <see cref="DateTime"/>, <see cref="DateTimeOffset"/> and <see cref="TimeSpan"/>, as <see cref="DateEncoding"/> says; <see cref="string"/> and enums are categories.
/// Nullable means that the value may be missing.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RowAttribute : Attribute;
