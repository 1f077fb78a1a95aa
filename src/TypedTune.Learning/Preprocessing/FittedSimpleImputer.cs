namespace TypedTune.Learning;

/// <summary>Replaces missing numbers by what was learned. Immutable and thread safe.</summary>
public sealed class FittedSimpleImputer : IFittedStep<FeatureMatrix, FeatureMatrix>, IFittedRowStep<double, double>, IPersistentModel<FittedSimpleImputer>
{
    private readonly double[] _statistics;

    internal FittedSimpleImputer(FeatureNames names, double[] statistics)
    {
        FeatureNames = names;
        _statistics = statistics;
    }

    /// <summary>The names of the columns, the same before and after.</summary>
    public FeatureNames FeatureNames { get; }

    /// <summary>The value that replaces a missing number, one a column.</summary>
    public IReadOnlyList<double> Statistics => _statistics;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, or a value is infinite.</exception>
    public FeatureMatrix Transform(FeatureMatrix input)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.RequireColumns(FeatureNames, nameof(SimpleImputer));
        input.RequireNoInfinity(nameof(SimpleImputer));
        var values = input.AsColumnMajor().ToArray();
        for (int c = 0; c < _statistics.Length; c++)
        {
            foreach (ref double value in values.AsSpan(c * input.RowCount, input.RowCount))
            {
                if (double.IsNaN(value))
                    value = _statistics[c];
            }
        }

        return FeatureMatrix.Own(values, input.RowCount, FeatureNames, input.Kinds);
    }

    /// <inheritdoc/>
    public void TransformRow(ReadOnlySpan<double> row, FeatureNames names, Span<double> output)
    {
        RowChecks.RequireNoInfinity(row, names, FeatureNames, nameof(SimpleImputer));
        for (int c = 0; c < row.Length; c++)
            output[c] = double.IsNaN(row[c]) ? _statistics[c] : row[c];
    }

    static string IPersistentModel<FittedSimpleImputer>.ModelName => nameof(SimpleImputer);

    void IPersistentModel<FittedSimpleImputer>.Write(ModelWriter writer)
    {
        writer.FeatureNames("Names", FeatureNames);
        writer.Numbers("Statistics", _statistics);
    }

    static FittedSimpleImputer IPersistentModel<FittedSimpleImputer>.Read(ModelReader reader)
    {
        var names = reader.FeatureNames("Names");
        double[] statistics = reader.Numbers("Statistics");
        reader.Require(statistics.Length == names.Count && Array.TrueForAll(statistics, double.IsFinite), "a statistic is missing, or not finite");
        return new FittedSimpleImputer(names, statistics);
    }
}
