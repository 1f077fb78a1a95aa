using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Takes the natural logarithm of every value. Immutable and thread safe.</summary>
public sealed class FittedLogTransformer : IFittedStep<FeatureMatrix, FeatureMatrix>, IFittedRowStep<double, double>, IPersistentModel<FittedLogTransformer>
{
    private readonly FeatureNames _inputNames;
    private readonly double _offset;

    internal FittedLogTransformer(FeatureNames inputNames, double offset)
    {
        _inputNames = inputNames;
        _offset = offset;
        FeatureNames = new FeatureNames(inputNames.Select(name => offset == 0
            ? $"log {name}"
            : FormattableString.Invariant($"log({name} {(offset < 0 ? '-' : '+')} {Math.Abs(offset)})")))
            .MadeOf(inputNames, [.. Enumerable.Range(0, inputNames.Count)]);
    }

    /// <inheritdoc/>
    public FeatureNames FeatureNames { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, or a value plus the offset is not above 0, or missing or infinite, by itself or in their sum; the message names row, column and value.</exception>
    public FeatureMatrix Transform(FeatureMatrix input)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.RequireFinite(_inputNames, nameof(LogTransformer));
        RequirePositive(input);
        var values = Array.ConvertAll(input.AsColumnMajor().ToArray(), Log);
        return FeatureMatrix.Own(values, input.RowCount, FeatureNames);
    }

    /// <inheritdoc/>
    public void TransformRow(ReadOnlySpan<double> row, FeatureNames names, Span<double> output)
    {
        RowChecks.RequireFinite(row, names, _inputNames, nameof(LogTransformer));
        for (int c = 0; c < row.Length; c++)
        {
            RequirePositive(row[c], names[c], 0);
            output[c] = Log(row[c]);
        }
    }

    internal void RequirePositive(FeatureMatrix input)
    {
        for (int c = 0; c < input.ColumnCount; c++)
        {
            var column = input.Column(c);
            for (int row = 0; row < column.Length; row++)
                RequirePositive(column[row], input.Names[c], row);
        }
    }

    private double Log(double value) => PortableMath.Log(value + _offset);

    private void RequirePositive(double value, string column, int row)
    {
        double sum = value + _offset;
        if (double.IsPositiveInfinity(sum))
            throw new ArgumentException($"{nameof(LogTransformer)} cannot add {nameof(LogTransformer.Offset)}, which is {Text(_offset)}, to {Excerpt.From(column)}, which is {Text(value)} in row {row}: their sum is beyond the range of a double. Lower {nameof(LogTransformer.Offset)}, or correct that row.");
        if (!(sum > 0))
            throw new ArgumentException($"{nameof(LogTransformer)} needs values above {Text(0 - _offset)}, but {Excerpt.From(column)} is {Text(value)} in row {row}. Raise {nameof(LogTransformer.Offset)}, which is {Text(_offset)}, or leave the column out.");
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    static string IPersistentModel<FittedLogTransformer>.ModelName => nameof(LogTransformer);

    void IPersistentModel<FittedLogTransformer>.Write(ModelWriter writer)
    {
        writer.FeatureNames("Names", _inputNames);
        writer.Number("Offset", _offset);
    }

    static FittedLogTransformer IPersistentModel<FittedLogTransformer>.Read(ModelReader reader)
    {
        var names = reader.FeatureNames("Names");
        double offset = reader.Number("Offset");
        reader.Require(double.IsFinite(offset), "the offset is not finite");
        return new FittedLogTransformer(names, offset);
    }
}
