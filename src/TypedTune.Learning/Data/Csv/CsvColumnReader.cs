using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Collects the values of one column while a file is read.</summary>
internal abstract class CsvColumnReader(int field)
{
    /// <summary>The place of the column's field in the file, from 0.</summary>
    public int Field { get; } = field;

    /// <summary>Takes the value of the current row.</summary>
    /// <returns>A text that says what is wrong with the value and what to do about it, or null if it is legal.</returns>
    public abstract string? Append(CsvReader reader);

    /// <summary>The column, as a <see cref="ColumnStore{TRow}"/> holds it.</summary>
    public abstract object ToColumn();
}
