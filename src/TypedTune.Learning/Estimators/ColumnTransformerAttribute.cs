namespace TypedTune.Learning;

/// <summary>
/// Makes a <c>partial</c> record a column transformer: each property is a branch that works on the columns named by
/// <see cref="ColumnsAttribute"/>, or on what is left over (<see cref="RemainderAttribute"/>); the branches' outputs stand
/// side by side, each name behind its branch's.
/// </summary>
/// <typeparam name="TRow">The rows' type, marked <see cref="RowAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ColumnTransformerAttribute<TRow> : Attribute;
