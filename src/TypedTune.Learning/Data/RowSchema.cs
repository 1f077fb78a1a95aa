namespace TypedTune.Learning;

/// <summary>The columns of a row type and how a row is made of them. Made by the generator; immutable.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
public sealed class RowSchema<TRow>
    where TRow : IRow<TRow>
{
    /// <summary>Creates a schema.</summary>
    /// <param name="name">The row type's name, for messages.</param>
    /// <param name="columns">The columns in order: each one's ordinal is its place.</param>
    /// <param name="create">Makes a row of a table's values.</param>
    public RowSchema(string name, IReadOnlyList<Column<TRow>> columns, Func<RowReader<TRow>, TRow> create)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Name = name;
        Columns = [.. columns];
        Create = create;
        Target = Columns.FirstOrDefault(column => column.Role == ColumnRole.Target);
    }

    /// <summary>The row type's name.</summary>
    public string Name { get; }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<Column<TRow>> Columns { get; }

    /// <summary>The column to be predicted, or null where there is none.</summary>
    public Column<TRow>? Target { get; }

    /// <summary>Makes a row of a table's values.</summary>
    public Func<RowReader<TRow>, TRow> Create { get; }
}
