using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Divides the first of two columns by the second. Immutable and thread safe.</summary>
public sealed class FittedColumnRatio : IFittedStep<FeatureMatrix, FeatureMatrix>, IFittedRowStep<double, double>, IPersistentModel<FittedColumnRatio>
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

    /// <inheritdoc/>
    public void TransformRow(ReadOnlySpan<double> row, FeatureNames names, Span<double> output)
    {
        RowChecks.RequireFinite(row, names, _inputNames, nameof(ColumnRatio));
        output[0] = row[0] / row[1];
        if (!double.IsFinite(output[0]))
            throw Undefined(0, row[0], row[1]);
    }

    private ArgumentException Undefined(int row, double numerator, double denominator) => new(denominator == 0
        ? $"{nameof(ColumnRatio)} cannot divide by {Excerpt.From(_inputNames[1])}, which is 0 in row {row}. Remove or correct that row."
        : string.Create(CultureInfo.InvariantCulture, $"{Excerpt.From(FeatureNames[0])} is beyond the range of a double in row {row}, where it is {numerator} / {denominator}. Remove or correct that row."));

    static string IPersistentModel<FittedColumnRatio>.ModelName => nameof(ColumnRatio);

    void IPersistentModel<FittedColumnRatio>.Write(ModelWriter writer)
    {
        writer.FeatureNames("Names", _inputNames);
    }

    static FittedColumnRatio IPersistentModel<FittedColumnRatio>.Read(ModelReader reader)
    {
        var names = reader.FeatureNames("Names");
        reader.Require(names.Count == 2, "a ratio has not two columns");
        return new FittedColumnRatio(names);
    }
}
