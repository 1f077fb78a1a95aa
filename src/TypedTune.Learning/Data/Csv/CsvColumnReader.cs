using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Collects the values of one column while a file is read.</summary>
/// <param name="field">The place of the column's field in the file, from 0; below 0 where it is not there and all values are missing.</param>
/// <param name="markers">What stands in the place of a missing value.</param>
/// <param name="required">What to do about a missing value but to fill it in; null where it may be missing.</param>
internal abstract class CsvColumnReader(int field, CsvMarkers markers, string? required)
{
    /// <summary>The place of the column's field in the file, from 0; below 0 where it is not there.</summary>
    public int Field { get; } = field;

    /// <summary>The markers of missing values, such as NA, with how often each was read.</summary>
    public CsvMarkers Markers { get; } = markers;

    /// <summary>Takes the value of the current row.</summary>
    /// <returns>A text that says what is wrong with the value and what to do about it, or null if it is legal.</returns>
    public string? Append(CsvReader reader)
    {
        if (Field < 0)
        {
            AppendMissing();
            return null;
        }

        var text = reader.GetSpan(Field);
        int marker = Markers.Find(text);
        if (marker < 0)
            return AppendValue(reader, text);
        if (required is not null)
            return Markers.Refuse(marker, required);
        Markers.Count(marker);
        AppendMissing();
        return null;
    }

    /// <summary>The column, as a <see cref="ColumnStore{TRow}"/> holds it.</summary>
    public abstract object ToColumn();

    protected abstract string? AppendValue(CsvReader reader, ReadOnlySpan<byte> text);

    protected abstract void AppendMissing();
}
