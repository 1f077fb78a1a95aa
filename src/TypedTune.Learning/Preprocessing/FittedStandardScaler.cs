using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Shifts and divides columns by what was learned. Immutable and thread safe.</summary>
public sealed class FittedStandardScaler : IFittedStep<FeatureMatrix, FeatureMatrix>, IFittedRowStep<double, double>, IPersistentModel<FittedStandardScaler>
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
            var column = values.AsSpan(c * input.RowCount, input.RowCount);
            for (int row = 0; row < column.Length; row++)
                column[row] = Scale(column[row], c, row);
        }

        return FeatureMatrix.Own(values, input.RowCount, FeatureNames);
    }

    /// <inheritdoc/>
    public void TransformRow(ReadOnlySpan<double> row, FeatureNames names, Span<double> output)
    {
        RowChecks.RequireFinite(row, names, FeatureNames, nameof(StandardScaler));
        for (int c = 0; c < row.Length; c++)
            output[c] = Scale(row[c], c, 0);
    }

    private double Scale(double value, int column, int row)
    {
        double scaled = (value - (_withMean ? _means[column] : 0)) / (_withDeviation ? _deviations[column] : 1);
        return double.IsFinite(scaled) ? scaled : throw Beyond(column, row, value);
    }

    static string IPersistentModel<FittedStandardScaler>.ModelName => nameof(StandardScaler);

    void IPersistentModel<FittedStandardScaler>.Write(ModelWriter writer)
    {
        writer.FeatureNames("Names", FeatureNames);
        writer.Numbers("Means", _means);
        writer.Numbers("StandardDeviations", _deviations);
        writer.Bool("WithMean", _withMean);
        writer.Bool("WithStandardDeviation", _withDeviation);
    }

    static FittedStandardScaler IPersistentModel<FittedStandardScaler>.Read(ModelReader reader)
    {
        var names = reader.FeatureNames("Names");
        double[] means = reader.Numbers("Means");
        double[] deviations = reader.Numbers("StandardDeviations");
        reader.Require(means.Length == names.Count && Array.TrueForAll(means, double.IsFinite), "a mean is missing, or not finite");
        reader.Require(deviations.Length == names.Count && Array.TrueForAll(deviations, deviation => deviation > 0 && double.IsFinite(deviation)), "a standard deviation is missing, or not above 0");
        return new FittedStandardScaler(names, means, deviations, reader.Bool("WithMean"), reader.Bool("WithStandardDeviation"));
    }

    private ArgumentException Beyond(int column, int row, double value) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{nameof(StandardScaler)} cannot scale {Excerpt.From(FeatureNames[column])} in row {row}, where it is {value}: less {_means[column]} and over {_deviations[column]} it is beyond the range of a double. Remove or correct that row."));
}
