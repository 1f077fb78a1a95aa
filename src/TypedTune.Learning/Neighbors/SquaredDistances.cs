using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Squared Euclidean distances from rows, held column after column, to a point.</summary>
internal static class SquaredDistances
{
    // A vector of eight numbers, two of four where there are none.
    private const int Block = 8;

    /// <summary>Measures consecutive rows; the same bits as <see cref="ToPointScalar"/>.</summary>
    /// <param name="columns">P columns.</param>
    /// <param name="stride">The length of a column.</param>
    /// <param name="start">The first row to measure.</param>
    /// <param name="point">P numbers.</param>
    /// <param name="result">As many rows as are to be measured.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToPoint(ReadOnlySpan<double> columns, int stride, int start, ReadOnlySpan<double> point, Span<double> result)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + result.Length, stride);
        ArgumentOutOfRangeException.ThrowIfLessThan((long)columns.Length, (long)stride * point.Length);
        ref double values = ref MemoryMarshal.GetReference(columns);
        ref double to = ref MemoryMarshal.GetReference(result);
        int row = 0;
        for (; row + Block <= result.Length; row += Block)
        {
            var sums = Vector512<double>.Zero;
            nuint at = (nuint)(start + row);
            foreach (double coordinate in point)
            {
                var difference = Vector512.LoadUnsafe(ref values, at) - Vector512.Create(coordinate);

                // Not fused: a fused multiply-add rounds otherwise, and is not on every machine.
                sums += difference * difference;
                at += (nuint)stride;
            }

            sums.StoreUnsafe(ref to, (nuint)row);
        }

        ToPointScalar(columns, stride, start + row, point, result[row..]);
    }

    /// <summary>The definition, row by row.</summary>
    public static void ToPointScalar(ReadOnlySpan<double> columns, int stride, int start, ReadOnlySpan<double> point, Span<double> result)
    {
        for (int row = 0; row < result.Length; row++)
            result[row] = OfRow(columns, stride, start + row, point);
    }

    /// <summary>The definition, for one row.</summary>
    /// <param name="columns">P columns.</param>
    /// <param name="stride">The length of a column.</param>
    /// <param name="row">The row to measure.</param>
    /// <param name="point">P numbers.</param>
    public static double OfRow(ReadOnlySpan<double> columns, int stride, int row, ReadOnlySpan<double> point)
    {
        double sum = 0;
        for (int c = 0; c < point.Length; c++)
        {
            double difference = columns[c * stride + row] - point[c];
            sum += difference * difference;
        }

        return sum;
    }
}
