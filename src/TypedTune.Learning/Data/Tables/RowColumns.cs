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

    private static T[] Read<TRow, T>(TRow[] rows, Func<TRow, T> read)
        where TRow : IRow<TRow>
    {
        var values = new T[rows.Length];
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

    private static Categories ToCategories<TRow>(CategoryColumn<TRow> column, TRow[] rows)
        where TRow : IRow<TRow>
    {
        var builder = new CategoriesBuilder(column.Levels);
        string?[] values = Read(rows, column.Read);
        for (int row = 0; row < rows.Length; row++)
        {
            if (!builder.TryAdd(values[row]))
                throw new ArgumentException($"{TRow.Schema.Name}.{column} is '{Excerpt.From(values[row])}' in row {row}, which is not a legal category. Legal are: {Excerpt.FromList(column.Levels!)}.", nameof(rows));
        }

        return builder.Build();
    }
}
