using Apache.Arrow;

namespace TypedTune.Arrow;

/// <summary>Reads columns whose values are of one width.</summary>
internal static class PrimitiveReading
{
    /// <summary>Converts the values of a piece one by one.</summary>
    /// <param name="array">The piece.</param>
    /// <param name="convert">Gives null where a value cannot be converted.</param>
    /// <param name="values">Get the numbers.</param>
    /// <returns>The first row whose value cannot be converted; −1 if all can.</returns>
    public static int Convert<T>(PrimitiveArray<T> array, Func<T, double?> convert, Span<double> values)
        where T : struct, IEquatable<T>
    {
        var from = array.Values;
        for (int row = 0; row < values.Length; row++)
        {
            if (array.IsNull(row))
                values[row] = double.NaN;
            else if (convert(from[row]) is { } number)
                values[row] = number;
            else
                return row;
        }

        return -1;
    }
}
