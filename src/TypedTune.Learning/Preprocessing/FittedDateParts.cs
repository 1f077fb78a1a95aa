namespace TypedTune.Learning;

/// <summary>Takes dates and times apart into numbers. Immutable and thread safe.</summary>
public sealed class FittedDateParts : IFittedStep<FeatureMatrix, FeatureMatrix>, IFittedRowStep<double, double>, IPersistentModel<FittedDateParts>
{
    private readonly FeatureNames _inputNames;
    private readonly NumberKind[] _kinds;
    private readonly DatePart[][] _parts;
    private readonly bool _isCyclic;

    internal FittedDateParts(FeatureNames inputNames, NumberKind[] kinds, DatePart[][] parts, bool isCyclic)
    {
        _inputNames = inputNames;
        _kinds = kinds;
        _parts = parts;
        _isCyclic = isCyclic;
        var names = parts.SelectMany((ofColumn, column) => ofColumn.SelectMany(part => Names(inputNames[column], part).Select(name => (Name: name, Column: column)))).ToArray();
        FeatureNames = new FeatureNames(names.Select(name => name.Name)).MadeOf(inputNames, [.. names.Select(name => name.Column)]);
    }

    /// <inheritdoc/>
    public FeatureNames FeatureNames { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, or hold dates where they held times, or a value is infinite.</exception>
    public FeatureMatrix Transform(FeatureMatrix input)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.RequireColumns(_inputNames, nameof(DateParts));
        int rows = input.RowCount;
        var values = new double[(long)rows * FeatureNames.Count];
        for (int c = 0; c < _parts.Length; c++)
        {
            DatePartChecks.RequireDates(input, c, nameof(DateParts));
            if (input.Kind(c) != _kinds[c])
                throw new ArgumentException($"{nameof(DateParts)} was fitted on {_inputNames[c]} as a {_kinds[c]}, but was given it as a {input.Kind(c)}.");
        }

        Fill(input.AsColumnMajor(), rows, values);
        return FeatureMatrix.Own(values, rows, FeatureNames);
    }

    /// <inheritdoc/>
    public void TransformRow(ReadOnlySpan<double> row, FeatureNames names, Span<double> output)
    {
        RowChecks.RequireColumns(row, names, _inputNames, nameof(DateParts));
        for (int c = 0; c < row.Length; c++)
            DatePartChecks.RequireInRange(row.Slice(c, 1), _kinds[c], _inputNames[c], nameof(DateParts));
        Fill(row, 1, output);
    }

    static string IPersistentModel<FittedDateParts>.ModelName => nameof(DateParts);

    void IPersistentModel<FittedDateParts>.Write(ModelWriter writer)
    {
        writer.FeatureNames("Names", _inputNames);
        writer.Integers("Kinds", Array.ConvertAll(_kinds, kind => (int)kind));
        writer.Integers("PartCounts", Array.ConvertAll(_parts, ofColumn => ofColumn.Length));
        writer.Integers("Parts", [.. _parts.SelectMany(ofColumn => ofColumn).Select(part => (int)part)]);
        writer.Bool("IsCyclic", _isCyclic);
    }

    static FittedDateParts IPersistentModel<FittedDateParts>.Read(ModelReader reader)
    {
        var names = reader.FeatureNames("Names");
        var kinds = Array.ConvertAll(reader.Integers("Kinds"), kind => (NumberKind)kind);
        int[] counts = reader.Integers("PartCounts");
        var parts = Array.ConvertAll(reader.Integers("Parts"), part => (DatePart)part);
        reader.Require(kinds.Length == names.Count && Array.TrueForAll(kinds, DatePartChecks.IsDate), "a column holds no dates");
        reader.Require(counts.Length == names.Count && Array.TrueForAll(counts, count => count >= 0) && counts.Sum(count => (long)count) == parts.Length && Array.TrueForAll(parts, Enum.IsDefined), "its parts are not those of its columns");
        int next = 0;
        return new FittedDateParts(names, kinds, Array.ConvertAll(counts, count => parts[next..(next += count)]), reader.Bool("IsCyclic"));
    }

    private void Fill(ReadOnlySpan<double> columns, int rows, Span<double> values)
    {
        int next = 0;
        for (int c = 0; c < _parts.Length; c++)
        {
            foreach (var part in _parts[c])
            {
                bool isTurn = IsTurn(part);
                Fill(columns.Slice(c * rows, rows), _kinds[c], part, values.Slice(next * rows, rows), isTurn ? values.Slice((next + 1) * rows, rows) : default);
                next += isTurn ? 2 : 1;
            }
        }
    }

    private static void Fill(ReadOnlySpan<double> times, NumberKind kind, DatePart part, Span<double> values, Span<double> cosines)
    {
        for (int row = 0; row < times.Length; row++)
        {
            bool isMissing = double.IsNaN(times[row]);
            var time = isMissing ? default : kind == NumberKind.Date ? DateEncoding.ToDate(times[row]).ToDateTime(TimeOnly.MinValue) : DateEncoding.ToDateTime(times[row]);
            if (cosines.IsEmpty)
            {
                values[row] = isMissing ? double.NaN : DatePartValues.Value(time, part);
                continue;
            }

            (values[row], cosines[row]) = PortableMath.SinCosOfTurns(isMissing ? double.NaN : DatePartValues.Turn(time, part));
        }
    }

    private IEnumerable<string> Names(string column, DatePart part)
    {
        string name = $"{column}.{DatePartValues.Name(part)}";
        return IsTurn(part) ? [$"{name} sin", $"{name} cos"] : [name];
    }

    private bool IsTurn(DatePart part) => _isCyclic && part != DatePart.Year;
}
