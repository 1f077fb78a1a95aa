namespace TypedTune.Learning;

/// <summary>Checks whole columns that come from elsewhere.</summary>
internal sealed class ColumnChecks<TRow>(RowSchema<TRow> schema, string origin)
    where TRow : IRow<TRow>
{
    public double[] Check(NumberColumn<TRow> column, double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (column.Round is not null)
            values = [.. values];
        for (int row = 0; row < values.Length; row++)
        {
            if (double.IsNaN(values[row]))
                RequireOptional(column, row);
            else if (column.WhyIllegal(values[row]) is { } problem)
                throw new TableException(problem, origin, row + 1, column.Name, values[row].ToString("R", System.Globalization.CultureInfo.InvariantCulture));
            else
                values[row] = column.Rounded(values[row]);
        }

        return values;
    }

    /// <summary>The categories in the order that the column declares, if it does.</summary>
    public Categories Check(CategoryColumn<TRow> column, Categories values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var builder = new CategoriesBuilder(column.Levels);
        for (int row = 0; row < values.RowCount; row++)
        {
            if (values.Codes[row] < 0)
                RequireOptional(column, row);
            if (!builder.TryAdd(values[row]))
                throw new TableException($"is not a legal category. Legal are: {Excerpt.FromList(column.Levels!)}.", origin, row + 1, column.Name, values[row]);
        }

        return builder.Build();
    }

    private void RequireOptional(Column<TRow> column, int row)
    {
        if (!column.IsOptional)
            throw new TableException($"the value is missing. Fill it in, or make {schema.Name}.{column} nullable.", origin, row + 1, column.Name);
    }
}
