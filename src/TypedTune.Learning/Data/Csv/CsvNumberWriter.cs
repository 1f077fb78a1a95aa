using System.Text;
using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Writes a column of numbers.</summary>
internal sealed class CsvNumberWriter(double[] values, bool isOptional, CsvMarkers markers, NumberText format, Func<double, string?> whyIllegal)
    : CsvColumnWriter(isOptional, markers)
{
    private readonly bool _isPlain = format.Kind is NumberKind.Real or NumberKind.Integer;

    private readonly HashSet<double> _markers = [.. markers.All.Select(marker => format.Parse(Encoding.UTF8.GetBytes(marker), out double value) is null ? value : double.NaN)];

    protected override bool IsMissing(int row) => double.IsNaN(values[row]);

    protected override string? WhyIllegalValue(int row)
    {
        if (whyIllegal(values[row]) is { } problem)
            return problem;
        if (_markers.Contains(values[row]) && Markers.Find(Encoding.UTF8.GetBytes(format.Write(values[row]))) >= 0)
            return $"is written as '{Excerpt.From(format.Write(values[row]))}', which is read as a missing value. Take it out of {nameof(CsvOptions)}.{nameof(CsvOptions.Missing)}.";
        if (format.Format is null)
            return null;
        string text = format.Write(values[row]);
        return format.Parse(Encoding.UTF8.GetBytes(text), out double read) is null && read == values[row]
            ? null
            : $"is written as '{Excerpt.From(text)}' by the format {format.Format}, which tells a part of it only. Declare a format that tells all, or none.";
    }

    protected override void WriteValue(CsvWriter writer, int row)
    {
        if (_isPlain)
            writer.WriteField(values[row], default(ReadOnlySpan<char>));
        else
            writer.WriteField(format.Write(values[row]));
    }
}
