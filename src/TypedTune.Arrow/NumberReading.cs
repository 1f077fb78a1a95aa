using System.Numerics;
using Apache.Arrow;
using TypedTune.Learning;

namespace TypedTune.Arrow;

/// <summary>Reads columns as numbers.</summary>
internal static class NumberReading
{
    /// <summary>Reads a column; what is null becomes not-a-number.</summary>
    /// <exception cref="TableException">It holds something else, or a value that cannot be converted.</exception>
    public static double[] Read(ArrowColumn column, NumberKind kind, string property, string origin)
    {
        double[] values = new double[column.Length];
        int at = 0;
        foreach (var chunk in column.Chunks)
        {
            if (!TryRead(chunk, kind, values.AsSpan(at, chunk.Length), out int lost))
                throw new TableException($"has the column {column.Name} of the type {column.Type.Name}, but {property} holds {Describe(kind)}. Convert the column, or change the property's type.", origin, column: column.Name);
            if (lost >= 0)
                throw new TableException($"the value cannot be a {Describe(kind)[..^1]} without loss. Convert the column, or change the type of {property}.", origin, at + lost + 1, column.Name);
            at += chunk.Length;
        }

        return values;
    }

    /// <summary>Reads a piece of a column.</summary>
    /// <param name="chunk">The piece.</param>
    /// <param name="kind">What its numbers stand for.</param>
    /// <param name="values">Get the numbers.</param>
    /// <param name="lost">The first row whose value cannot be converted without loss; −1 if all can.</param>
    /// <returns>Whether the piece is of a type that can be read.</returns>
    public static bool TryRead(IArrowArray chunk, NumberKind kind, Span<double> values, out int lost)
    {
        lost = -1;
        if (chunk is NullArray)
        {
            values.Fill(double.NaN);
            return true;
        }

        return kind is NumberKind.Real or NumberKind.Integer or NumberKind.Boolean
            ? TryReadNumbers(chunk, values, out lost)
            : TimeReading.TryRead(chunk, kind, values, out lost);
    }

    private static bool TryReadNumbers(IArrowArray chunk, Span<double> values, out int lost)
    {
        int? read = chunk switch
        {
            DoubleArray array => PrimitiveReading.Convert(array, value => value, values),
            FloatArray array => PrimitiveReading.Convert(array, value => value, values),
            HalfFloatArray array => PrimitiveReading.Convert(array, value => (double)value, values),
            Int8Array array => PrimitiveReading.Convert(array, value => value, values),
            Int16Array array => PrimitiveReading.Convert(array, value => value, values),
            Int32Array array => PrimitiveReading.Convert(array, value => value, values),
            Int64Array array => PrimitiveReading.Convert(array, Exact, values),
            UInt8Array array => PrimitiveReading.Convert(array, value => value, values),
            UInt16Array array => PrimitiveReading.Convert(array, value => value, values),
            UInt32Array array => PrimitiveReading.Convert(array, value => value, values),
            UInt64Array array => PrimitiveReading.Convert(array, Exact, values),
            BooleanArray array => ReadBooleans(array, values),
            Decimal128Array array => ReadDecimals(array, values),
            _ => null,
        };
        lost = read ?? -1;
        return read is not null;
    }

    private static double? Exact<T>(T value)
        where T : IBinaryInteger<T>
    {
        double number = double.CreateChecked(value);
        return Int128.CreateChecked(number) == Int128.CreateChecked(value) ? number : null;
    }

    private static int ReadBooleans(BooleanArray array, Span<double> values)
    {
        for (int row = 0; row < values.Length; row++)
            values[row] = array.GetValue(row) is { } flag ? flag ? 1 : 0 : double.NaN;
        return -1;
    }

    // As text, since a decimal of .NET is narrower.
    private static int ReadDecimals(Decimal128Array array, Span<double> values)
    {
        for (int row = 0; row < values.Length; row++)
            values[row] = array.GetString(row) is { } text ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : double.NaN;
        return -1;
    }

    private static string Describe(NumberKind kind) => kind switch
    {
        NumberKind.Integer => "whole numbers",
        NumberKind.Boolean => "truth values",
        NumberKind.Date => "dates",
        NumberKind.DateTime => "times",
        NumberKind.DateTimeOffset => "points in time",
        NumberKind.TimeSpan => "durations",
        _ => "numbers",
    };
}
