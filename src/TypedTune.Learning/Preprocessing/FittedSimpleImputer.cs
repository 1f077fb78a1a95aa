namespace TypedTune.Learning;

/// <summary>Replaces missing numbers by what was learned. Immutable and thread safe.</summary>
public sealed class FittedSimpleImputer : IFittedStep<FeatureMatrix, FeatureMatrix>
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
}
