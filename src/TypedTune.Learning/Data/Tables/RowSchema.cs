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
    /// <exception cref="ArgumentException">A column's ordinal is not its place, or two columns have one role other than that of a feature.</exception>
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

        RequireOneOfARole(name, columns);
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

    /// <summary>Roles and strata that are computed from a row, and are no columns of a table; their ordinal is −1. Default: none.</summary>
    /// <exception cref="ArgumentException">An ordinal is another, or it has no role and is no stratum, is a target, or has a role that is given twice.</exception>
    public IReadOnlyList<Column<TRow>> ComputedRoles
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (var column in value)
            {
                if (column.Ordinal != -1 || column.Role == ColumnRole.Target || (column.Role == ColumnRole.Feature && !column.IsStratum))
                    throw new ArgumentException($"{Name}.{column} has the ordinal {column.Ordinal} and the role {column.Role}, but what is computed has the ordinal -1 and is a group, a weight, a time or a stratum.", nameof(value));
            }

            RequireOneOfARole(Name, [.. Columns, .. value]);
            field = [.. value];
        }
    }
    = [];

    /// <summary>The column that has a role, stored or computed; null where no column has it.</summary>
    internal Column<TRow>? Find(ColumnRole role) => Columns.Concat(ComputedRoles).FirstOrDefault(column => column.Role == role);

    /// <summary>The columns by which rows are stratified, and what is computed.</summary>
    internal IEnumerable<Column<TRow>> Strata => Columns.Concat(ComputedRoles).Where(column => column.IsStratum);

    private static void RequireOneOfARole(string name, IReadOnlyList<Column<TRow>> columns)
    {
        var several = columns.Where(column => column.Role != ColumnRole.Feature).GroupBy(column => column.Role).FirstOrDefault(columns => columns.Count() > 1);
        if (several is not null)
            throw new ArgumentException($"{name} has several columns of the role {several.Key}: {Excerpt.FromList(several)}.", nameof(columns));
    }
}
