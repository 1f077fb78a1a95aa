namespace TypedTune.Learning;

/// <summary>Shifts and divides columns by what was learned. Immutable and thread safe.</summary>
public sealed class FittedStandardScaler : IFittedStep<FeatureMatrix, FeatureMatrix>
{
    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly bool _withMean;
    private readonly bool _withDeviation;

    internal FittedStandardScaler(FeatureNames names, double[] means, double[] deviations, bool withMean, bool withDeviation)
    {
        FeatureNames = names;
        _means = means;
        _deviations = deviations;
        _withMean = withMean;
        _withDeviation = withDeviation;
    }

    /// <summary>The names of the columns, the same before and after.</summary>
    public FeatureNames FeatureNames { get; }

    /// <summary>Each column's mean over the training rows, whether it is subtracted or not.</summary>
    public IReadOnlyList<double> Means => _means;

    /// <summary>Each column's population standard deviation over the training rows, or 1 for a constant column, whether values are divided by it or not.</summary>
    public IReadOnlyList<double> StandardDeviations => _deviations;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, or a value is missing or infinite.</exception>
    public FeatureMatrix Transform(FeatureMatrix input)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.RequireFinite(FeatureNames, nameof(StandardScaler));
        var values = input.AsColumnMajor().ToArray();
        for (int c = 0; c < _means.Length; c++)
        {
            double mean = _withMean ? _means[c] : 0;
            double deviation = _withDeviation ? _deviations[c] : 1;
            foreach (ref double value in values.AsSpan(c * input.RowCount, input.RowCount))
                value = (value - mean) / deviation;
        }

        return FeatureMatrix.Own(values, input.RowCount, FeatureNames);
    }
}
