using System.Text;
using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Writes a column of categories.</summary>
internal sealed class CsvCategoryWriter : CsvColumnWriter
{
    private readonly Categories _values;
    private readonly string?[] _problems;

    public CsvCategoryWriter(Categories values, bool isOptional, CsvMarkers markers, CsvTexts texts)
        : base(isOptional, markers)
    {
        _values = values;
        _problems = [.. values.Levels.Select(level => texts.WhyIllegal(level) ?? WhyMarker(level))];
    }

    protected override bool IsMissing(int row) => _values.Codes[row] < 0;

    protected override string? WhyIllegalValue(int row) => _problems[_values.Codes[row]];

    protected override void WriteValue(CsvWriter writer, int row) => writer.WriteField(_values[row]);

    private string? WhyMarker(string level)
    {
        if (Markers.Find(Encoding.UTF8.GetBytes(level)) < 0)
            return null;
        return level.Length == 0
            ? "is the empty text, which a file cannot tell from a missing value. Use another category, or null."
            : $"is '{Excerpt.From(level)}', which is read as a missing value. Use another category, declare it by [Column(Levels = […])], or take it out of {nameof(CsvOptions)}.{nameof(CsvOptions.Missing)}.";
    }
}
