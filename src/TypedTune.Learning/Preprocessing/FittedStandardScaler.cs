using System.Globalization;

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
    /// <exception cref="ArgumentException">The columns are others, a value is missing or infinite, or what it is scaled to is beyond the range of a double; the message names row and column.</exception>
    public FeatureMatrix Transform(FeatureMatrix input)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.RequireFinite(FeatureNames, nameof(StandardScaler));
        var values = input.AsColumnMajor().ToArray();
        for (int c = 0; c < _means.Length; c++)
        {
            double mean = _withMean ? _means[c] : 0;
            double deviation = _withDeviation ? _deviations[c] : 1;
            var column = values.AsSpan(c * input.RowCount, input.RowCount);
            for (int row = 0; row < column.Length; row++)
            {
                double scaled = (column[row] - mean) / deviation;
                column[row] = double.IsFinite(scaled) ? scaled : throw Beyond(c, row, column[row]);
            }
        }

        return FeatureMatrix.Own(values, input.RowCount, FeatureNames);
    }

    private ArgumentException Beyond(int column, int row, double value) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{nameof(StandardScaler)} cannot scale {Excerpt.From(FeatureNames[column])} in row {row}, where it is {value}: less {_means[column]} and over {_deviations[column]} it is beyond the range of a double. Remove or correct that row."));
}
