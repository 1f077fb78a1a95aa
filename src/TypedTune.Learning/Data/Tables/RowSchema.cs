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

    /// <summary>
    /// Finds each column among the columns of a file or a database: by its <see cref="Column{TRow}.Header"/>, exactly, if it has one; else by the property's name,
    /// compared without case, spaces, underscores, dots and hyphens.
    /// </summary>
    /// <param name="names">The names there, in order; those of no column are ignored.</param>
    /// <param name="origin">Where they come from, for messages.</param>
    /// <returns>For each column of the row type its place, from 0.</returns>
    /// <exception cref="TableException">A column is not there, or several times; the message names those that are.</exception>
    public IReadOnlyList<int> MatchColumns(IReadOnlyList<string> names, string origin)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentException.ThrowIfNullOrEmpty(origin);
        var matching = ColumnMatching.Match(this, names);
        return matching.Problem is { } problem ? throw new TableException(problem, origin, column: matching.Column) : matching.Places;
    }

    /// <summary>Makes a table of columns that were read elsewhere, and checks each value as <see cref="Csv"/> does.</summary>
    /// <param name="numbers">Gives the values of a column of numbers, not-a-number where missing; called once a column. The array is not copied.</param>
    /// <param name="categories">Gives the values of a column of categories; called once a column.</param>
    /// <param name="origin">Where they come from, for messages.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    /// <exception cref="TableException">
    /// A value is missing where the property is not nullable, outside of what its type holds, or a category that the column does not declare; the message names its
    /// row and column.
    /// </exception>
    public Table<TRow> CreateTable(Func<NumberColumn<TRow>, double[]> numbers, Func<CategoryColumn<TRow>, Categories> categories, string origin)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentException.ThrowIfNullOrEmpty(origin);
        var checks = new ColumnChecks<TRow>(this, origin);
        object[] columns = [.. Columns.Select(column => column is NumberColumn<TRow> ofNumbers
            ? (object)checks.Check(ofNumbers, numbers(ofNumbers))
            : checks.Check((CategoryColumn<TRow>)column, categories((CategoryColumn<TRow>)column)))];
        int[] lengths = [.. columns.Select(column => column is double[] values ? values.Length : ((Categories)column).RowCount)];
        int other = Array.FindIndex(lengths, length => length != lengths[0]);
        return other < 0
            ? new Table<TRow>(new ColumnStore<TRow>(lengths.FirstOrDefault(), columns))
            : throw new ArgumentException($"{Name}.{Columns[other]} has {lengths[other]} values, but {Columns[0]} has {lengths[0]}.");
    }
}
