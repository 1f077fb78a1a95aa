using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Writes the values of one column.</summary>
/// <param name="isOptional">Whether a value may be missing.</param>
/// <param name="markers">What is written in the place of a missing value.</param>
internal abstract class CsvColumnWriter(bool isOptional, CsvMarkers markers)
{
    /// <summary>The markers of missing values, the first of which is written.</summary>
    protected CsvMarkers Markers { get; } = markers;

    /// <summary>Says why the value of a row could not be read back, or returns null if it could.</summary>
    public string? WhyIllegal(int row)
    {
        if (!IsMissing(row))
            return WhyIllegalValue(row);
        if (!isOptional)
            return "is missing, but the property is not nullable.";
        return Markers.Written is null ? $"is missing, but {nameof(CsvOptions)}.{nameof(CsvOptions.Missing)} has nothing to write for it." : null;
    }

    /// <summary>Writes the value of a row.</summary>
    public void Write(CsvWriter writer, int row)
    {
        if (IsMissing(row))
            writer.WriteField(Markers.Written);
        else
            WriteValue(writer, row);
    }

    protected abstract bool IsMissing(int row);

    protected abstract string? WhyIllegalValue(int row);

    protected abstract void WriteValue(CsvWriter writer, int row);
}
