namespace TypedTune.Learning;

/// <summary>Collects a column of numbers.</summary>
internal sealed class DbNumberReader(int field, DbNumber conversion, Func<double, string?> whyIllegal, Func<double, double> round) : DbColumnReader(field)
{
    private readonly List<double> _values = [];

    public override string? Append(object value)
    {
        string? problem = conversion.Convert(value, out double number) ?? whyIllegal(number);
        if (problem is null)
            _values.Add(round(number));
        return problem;
    }

    public override object ToColumn() => _values.ToArray();

    protected override void AppendMissing() => _values.Add(double.NaN);
}
