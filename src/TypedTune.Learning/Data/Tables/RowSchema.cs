namespace TypedTune.Learning;

/// <summary>The columns of a row type, and a function that creates rows from them. Made by the generator; immutable.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
public sealed class RowSchema<TRow>
    where TRow : IRow<TRow>
{
    /// <summary>Creates a schema.</summary>
    /// <param name="name">The row type's name, for messages.</param>
    /// <param name="columns">The columns in order: each one's ordinal is its place.</param>
    /// <param name="create">Makes a row of a table's values.</param>
    /// <exception cref="ArgumentException">A column's ordinal is not its place, or two columns are targets.</exception>
    public RowSchema(string name, IReadOnlyList<Column<TRow>> columns, Func<RowReader<TRow>, TRow> create)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(create);
        ArgumentException.ThrowIfNullOrEmpty(name);
        for (int place = 0; place < columns.Count; place++)
        {
            if (columns[place].Ordinal != place)
                throw new ArgumentException($"{name}.{columns[place]} has the ordinal {columns[place].Ordinal}, but is column {place}.", nameof(columns));
        }

        if (columns.Count(column => column.Role == ColumnRole.Target) > 1)
            throw new ArgumentException($"{name} has several targets: {Excerpt.FromList(columns.Where(column => column.Role == ColumnRole.Target))}.", nameof(columns));
        Name = name;
        Columns = [.. columns];
        Create = create;
        Target = Columns.FirstOrDefault(column => column.Role == ColumnRole.Target);
    }

    /// <summary>The row type's name.</summary>
    public string Name { get; }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<Column<TRow>> Columns { get; }

    /// <summary>The column to be predicted; null where the row type has no target.</summary>
    public Column<TRow>? Target { get; }

    /// <summary>Makes a row of a table's values.</summary>
    public Func<RowReader<TRow>, TRow> Create { get; }
}
