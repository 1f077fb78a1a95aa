using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Divides the first of two columns by the second. Immutable and thread safe.</summary>
public sealed class FittedColumnRatio : IFittedStep<FeatureMatrix, FeatureMatrix>
{
    private readonly FeatureNames _inputNames;

    internal FittedColumnRatio(FeatureNames inputNames)
    {
        _inputNames = inputNames;
        FeatureNames = new FeatureNames($"{inputNames[0]} / {inputNames[1]}");
    }

    /// <inheritdoc/>
    public FeatureNames FeatureNames { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, a value is missing or infinite, a denominator is zero, or a ratio overflows.</exception>
    public FeatureMatrix Transform(FeatureMatrix input)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.RequireFinite(_inputNames, nameof(ColumnRatio));
        var numerators = input.Column(0);
        var denominators = input.Column(1);
        var ratios = new double[input.RowCount];
        for (int row = 0; row < ratios.Length; row++)
        {
            ratios[row] = numerators[row] / denominators[row];
            if (!double.IsFinite(ratios[row]))
                throw Undefined(row, numerators[row], denominators[row]);
        }

        return FeatureMatrix.Own(ratios, ratios.Length, FeatureNames);
    }

    private ArgumentException Undefined(int row, double numerator, double denominator) => new(denominator == 0
        ? $"{nameof(ColumnRatio)} cannot divide by {Excerpt.From(_inputNames[1])}, which is 0 in row {row}. Remove or correct that row."
        : string.Create(CultureInfo.InvariantCulture, $"{Excerpt.From(FeatureNames[0])} is beyond the range of a double in row {row}, where it is {numerator} / {denominator}. Remove or correct that row."));
}
