using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Collects a column of numbers.</summary>
internal sealed class CsvNumberReader(int field, NumberKind kind, string? missing) : CsvColumnReader(field)
{
    private readonly List<double> _values = [];

    public override string? Append(CsvReader reader)
    {
        var text = reader.GetSpan(Field);
        double value = double.NaN;
        if (!text.IsEmpty && CsvNumber.Parse(text, kind, out value) is { } problem)
            return problem;
        if (double.IsNaN(value) && missing is not null)
            return missing;
        _values.Add(value);
        return null;
    }

    public override object ToColumn() => _values.ToArray();
}
