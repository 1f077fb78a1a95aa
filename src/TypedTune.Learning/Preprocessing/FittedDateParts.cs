namespace TypedTune.Learning;

/// <summary>Takes dates and times apart into numbers. Immutable and thread safe.</summary>
public sealed class FittedDateParts : IFittedStep<FeatureMatrix, FeatureMatrix>
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
        int next = 0;
        for (int c = 0; c < _parts.Length; c++)
        {
            DatePartChecks.RequireDates(input, c, nameof(DateParts));
            if (input.Kind(c) != _kinds[c])
                throw new ArgumentException($"{nameof(DateParts)} was fitted on {_inputNames[c]} as a {_kinds[c]}, but was given it as a {input.Kind(c)}.");
            foreach (var part in _parts[c])
            {
                bool isTurn = IsTurn(part);
                int width = isTurn ? 2 : 1;
                Fill(input.Column(c), _kinds[c], part, values.AsSpan(next * rows, rows), isTurn ? values.AsSpan((next + 1) * rows, rows) : default);
                next += width;
            }
        }

        return FeatureMatrix.Own(values, rows, FeatureNames);
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

            double angle = isMissing ? double.NaN : 2 * Math.PI * DatePartValues.Turn(time, part);
            (values[row], cosines[row]) = Math.SinCos(angle);
        }
    }

    private IEnumerable<string> Names(string column, DatePart part)
    {
        string name = $"{column}.{DatePartValues.Name(part)}";
        return IsTurn(part) ? [$"{name} sin", $"{name} cos"] : [name];
    }

    private bool IsTurn(DatePart part) => _isCyclic && part != DatePart.Year;
}
