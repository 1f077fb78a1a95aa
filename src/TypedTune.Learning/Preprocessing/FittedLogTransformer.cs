using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Takes the natural logarithm of every value. Immutable and thread safe.</summary>
public sealed class FittedLogTransformer : IFittedStep<FeatureMatrix, FeatureMatrix>
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
        var values = Array.ConvertAll(input.AsColumnMajor().ToArray(), value => PortableMath.Log(value + _offset));
        return FeatureMatrix.Own(values, input.RowCount, FeatureNames);
    }

    internal void RequirePositive(FeatureMatrix input)
    {
        for (int c = 0; c < input.ColumnCount; c++)
        {
            var column = input.Column(c);
            for (int row = 0; row < column.Length; row++)
            {
                double sum = column[row] + _offset;
                if (double.IsPositiveInfinity(sum))
                    throw new ArgumentException($"{nameof(LogTransformer)} cannot add {nameof(LogTransformer.Offset)}, which is {Text(_offset)}, to {Excerpt.From(input.Names[c])}, which is {Text(column[row])} in row {row}: their sum is beyond the range of a double. Lower {nameof(LogTransformer.Offset)}, or correct that row.");
                if (!(sum > 0))
                    throw new ArgumentException($"{nameof(LogTransformer)} needs values above {Text(0 - _offset)}, but {Excerpt.From(input.Names[c])} is {Text(column[row])} in row {row}. Raise {nameof(LogTransformer.Offset)}, which is {Text(_offset)}, or leave the column out.");
            }
        }
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
