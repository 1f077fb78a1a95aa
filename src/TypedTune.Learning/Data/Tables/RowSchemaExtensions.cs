namespace TypedTune.Learning;

/// <summary>Makes tables of columns that come from elsewhere: what a reader of another kind of file needs. Thread safe.</summary>
public static class RowSchemaExtensions
{
    /// <summary>
    /// Finds each column among the columns of a file or a database: by its <see cref="Column{TRow}.Header"/>, exactly, if it has one; else by the property's name,
    /// compared without case, spaces, underscores, dots and hyphens.
    /// </summary>
    /// <typeparam name="TRow">The row type.</typeparam>
    /// <param name="schema">The columns of the row type.</param>
    /// <param name="names">The names there, in order; those of no column are ignored.</param>
    /// <param name="origin">Where they come from, for messages.</param>
    /// <returns>For each column of the row type its place, from 0.</returns>
    /// <exception cref="TableException">A column is not there, or several times; the message names those that are.</exception>
    public static IReadOnlyList<int> MatchColumns<TRow>(this RowSchema<TRow> schema, IReadOnlyList<string> names, string origin)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentException.ThrowIfNullOrEmpty(origin);
        var matching = ColumnMatching.Match(schema, names);
        return matching.Problem is { } problem ? throw new TableException(problem, origin, column: matching.Column) : matching.Places;
    }

    /// <summary>Makes a table of columns that were read elsewhere, and checks each value as <see cref="Csv"/> does.</summary>
    /// <typeparam name="TRow">The row type.</typeparam>
    /// <param name="schema">The columns of the row type.</param>
    /// <param name="numbers">Gives the values of a column of numbers, not-a-number where missing; called once a column. The array is not copied.</param>
    /// <param name="categories">Gives the values of a column of categories; called once a column.</param>
    /// <param name="origin">Where they come from, for messages.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    /// <exception cref="TableException">
    /// A value is missing where the property is not nullable, outside of what its type holds, or a category that the column does not declare; the message names its
    /// row and column.
    /// </exception>
    public static Table<TRow> CreateTable<TRow>(this RowSchema<TRow> schema, Func<NumberColumn<TRow>, double[]> numbers, Func<CategoryColumn<TRow>, Categories> categories, string origin)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentException.ThrowIfNullOrEmpty(origin);
        var checks = new ColumnChecks<TRow>(schema, origin);
        object[] columns = [.. schema.Columns.Select(column => column is NumberColumn<TRow> ofNumbers
            ? (object)checks.Check(ofNumbers, numbers(ofNumbers))
            : checks.Check((CategoryColumn<TRow>)column, categories((CategoryColumn<TRow>)column)))];
        int[] lengths = [.. columns.Select(column => column is double[] values ? values.Length : ((Categories)column).RowCount)];
        int other = Array.FindIndex(lengths, length => length != lengths[0]);
        return other < 0
            ? new Table<TRow>(new ColumnStore<TRow>(lengths.FirstOrDefault(), columns))
            : throw new ArgumentException($"{schema.Name}.{schema.Columns[other]} has {lengths[other]} values, but {schema.Columns[0]} has {lengths[0]}.");
    }
}
