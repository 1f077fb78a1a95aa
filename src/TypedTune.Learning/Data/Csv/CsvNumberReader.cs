using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Collects a column of numbers.</summary>
internal sealed class CsvNumberReader(int field, CsvMarkers markers, string? required, NumberText format, Func<double, string?> whyIllegal, Func<double, double>? round = null)
    : CsvColumnReader(field, markers, required)
{
    private readonly List<double> _values = [];

    // Most columns: what is finite is legal.
    private readonly bool _isAny = format.Kind == NumberKind.Real && whyIllegal(double.MaxValue) is null && whyIllegal(double.MinValue) is null;

    public override object ToColumn() => _values.ToArray();

    protected override string? AppendValue(CsvReader reader, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return $"is empty, which {nameof(CsvOptions)}.{nameof(CsvOptions.Missing)} does not name as a missing value. Add \"\" to it, or fill the field in.";
        string? problem = format.Parse(text, out double value);
        if (problem is null && !(_isAny && double.IsFinite(value)))
            problem = whyIllegal(value);
        if (problem is null)
            _values.Add(round is null ? value : round(value));
        return problem;
    }

    protected override void AppendMissing() => _values.Add(double.NaN);
}
