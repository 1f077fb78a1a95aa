using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Collects the values of one column while a file is read.</summary>
internal abstract class CsvColumnReader(int field)
{
    /// <summary>The place of the column's field in the file, from 0.</summary>
    public int Field { get; } = field;

    /// <summary>Takes the value of the current row.</summary>
    /// <returns>What is wrong with it and what to do about it, or null.</returns>
    public abstract string? Append(CsvReader reader);

    /// <summary>The column, as a <see cref="ColumnStore{TRow}"/> holds it.</summary>
    public abstract object ToColumn();

    public static CsvColumnReader Create<TRow>(RowSchema<TRow> schema, Column<TRow> column, int field)
        where TRow : IRow<TRow>
    {
        string? missing = column.IsOptional ? null : $"the value is missing. Fill it in, or make {schema.Name}.{column} nullable.";
        return column switch
        {
            NumberColumn<TRow> numbers => new CsvNumberReader(field, numbers.Kind, missing),
            CategoryColumn<TRow> categories => new CsvCategoryReader(field, categories.Levels, missing),
            _ => throw new NotSupportedException($"{column} is neither of numbers nor of categories."),
        };
    }
}
