namespace TypedTune.Learning;

/// <summary>Reads the columns of rows that are objects.</summary>
internal static class RowColumns
{
    /// <summary>Reads all columns of a row type.</summary>
    /// <typeparam name="TRow">The row type.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <returns>For each column its numbers or its categories.</returns>
    /// <exception cref="ArgumentException">A row is null, or a value is illegal; the message names row and column.</exception>
    public static object[] Read<TRow>(TRow[] rows)
        where TRow : IRow<TRow>
    {
        int none = Array.FindIndex(rows, row => row is null);
        if (none >= 0)
            throw new ArgumentException($"Row {none} of {TRow.Schema.Name} is null. Leave it out.", nameof(rows));
        return
        [
            .. TRow.Schema.Columns.Select(column => column switch
            {
                NumberColumn<TRow> numbers => (object)Read(rows, numbers.Of),
                CategoryColumn<TRow> categories => ToCategories(categories, rows),
                var other => throw new NotSupportedException($"{other} holds neither numbers nor categories."),
            }),
        ];
    }

    /// <summary>Computes a number of each row.</summary>
    /// <exception cref="ArgumentException">A value is illegal; the message names row and column.</exception>
    public static double[] Read<TRow>(IReadOnlyList<TRow> rows, NumberColumn<TRow> column)
        where TRow : IRow<TRow> => Read(rows, column.Of);

    /// <summary>Computes a category of each row.</summary>
    /// <exception cref="ArgumentException">A value is illegal; the message names row and column.</exception>
    public static Categories Read<TRow>(IReadOnlyList<TRow> rows, CategoryColumn<TRow> column)
        where TRow : IRow<TRow> => ToCategories(column, rows);

    private static T[] Read<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> read)
        where TRow : IRow<TRow>
    {
        var values = new T[rows.Count];
        for (int row = 0; row < values.Length; row++)
        {
            try
            {
                values[row] = read(rows[row]);
            }
            catch (ArgumentException exception)
            {
                throw new ArgumentException($"Row {row} of {TRow.Schema.Name}: {exception.Message}", nameof(rows), exception);
            }
        }

        return values;
    }

    private static Categories ToCategories<TRow>(CategoryColumn<TRow> column, IReadOnlyList<TRow> rows)
        where TRow : IRow<TRow>
    {
        var builder = new CategoriesBuilder(column.Levels);
        string?[] values = Read(rows, column.Read);
        for (int row = 0; row < rows.Count; row++)
        {
            if (!builder.TryAdd(values[row]))
                throw new ArgumentException($"{TRow.Schema.Name}.{column} is '{Excerpt.From(values[row])}' in row {row}, which is not a legal category. Legal are: {Excerpt.FromList(column.Levels!)}.", nameof(rows));
        }

        return builder.Build();
    }
}
