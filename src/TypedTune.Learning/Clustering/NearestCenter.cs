using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Finds each row's nearest center: the hot loop of k-means. Of equally near centers the first is taken.</summary>
internal static class NearestCenter
{
    // A vector of eight numbers, two of four where there are none.
    private const int Block = 8;

    /// <summary>Labels every row; the same bits as <see cref="AssignScalar"/>.</summary>
    /// <param name="columns">P columns of N values, one after the other.</param>
    /// <param name="centers">K centers of P numbers, one after the other.</param>
    /// <param name="labels">N labels: read to see what changed, and overwritten.</param>
    /// <param name="distances">N squared distances to the nearest center, overwritten.</param>
    /// <returns>Whether any label changed.</returns>
    public static bool Assign(ReadOnlySpan<double> columns, ReadOnlySpan<double> centers, Span<int> labels, Span<double> distances)
    {
        int rows = labels.Length;
        int dimensions = rows == 0 ? 0 : columns.Length / rows;
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns.Length, dimensions * rows);
        ArgumentOutOfRangeException.ThrowIfNotEqual(distances.Length, rows);
        int blocked = rows - rows % Block;
        bool changed = dimensions == 2
            ? AssignPlane(columns, centers, labels, distances, blocked)
            : AssignBlocks(columns, centers, labels, distances, blocked, dimensions);
        return changed | AssignScalar(columns, centers, labels, distances, blocked);
    }

    /// <summary>The definition, row by row.</summary>
    public static bool AssignScalar(ReadOnlySpan<double> columns, ReadOnlySpan<double> centers, Span<int> labels, Span<double> distances, int start = 0)
    {
        int rows = labels.Length;
        int dimensions = rows == 0 ? 0 : columns.Length / rows;
        bool changed = false;
        for (int row = start; row < rows; row++)
        {
            double best = double.PositiveInfinity;
            int label = 0;
            for (int k = 0; k * dimensions < centers.Length; k++)
            {
                double sum = 0;
                for (int c = 0; c < dimensions; c++)
                {
                    double difference = columns[c * rows + row] - centers[k * dimensions + c];
                    sum += difference * difference;
                }

                if (sum < best)
                    (best, label) = (sum, k);
            }

            changed |= labels[row] != label;
            labels[row] = label;
            distances[row] = best;
        }

        return changed;
    }

    // Maps are the common case, and with two columns a row's coordinates stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AssignPlane(ReadOnlySpan<double> columns, ReadOnlySpan<double> centers, Span<int> labels, Span<double> distances, int blocked)
    {
        ref double values = ref MemoryMarshal.GetReference(columns);
        var changed = Vector256<int>.Zero;
        int rows = labels.Length;
        for (int row = 0; row < blocked; row += Block)
        {
            var x = Vector512.LoadUnsafe(ref values, (nuint)row);
            var y = Vector512.LoadUnsafe(ref values, (nuint)(rows + row));
            var nearest = new Nearest();
            for (int k = 0; 2 * k + 1 < centers.Length; k++)
            {
                var toX = x - Vector512.Create(centers[2 * k]);
                var toY = y - Vector512.Create(centers[2 * k + 1]);
                nearest.Offer(toX * toX + toY * toY, k);
            }

            changed |= nearest.Store(labels, distances, row);
        }

        return changed != Vector256<int>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AssignBlocks(ReadOnlySpan<double> columns, ReadOnlySpan<double> centers, Span<int> labels, Span<double> distances, int blocked, int dimensions)
    {
        ref double values = ref MemoryMarshal.GetReference(columns);
        var changed = Vector256<int>.Zero;
        for (int row = 0; row < blocked; row += Block)
        {
            var nearest = new Nearest();
            for (int k = 0; k * dimensions < centers.Length; k++)
            {
                var squares = Vector512<double>.Zero;
                nuint at = (nuint)row;
                foreach (double coordinate in centers.Slice(k * dimensions, dimensions))
                {
                    var difference = Vector512.LoadUnsafe(ref values, at) - Vector512.Create(coordinate);
                    squares += difference * difference;
                    at += (nuint)labels.Length;
                }

                nearest.Offer(squares, k);
            }

            changed |= nearest.Store(labels, distances, row);
        }

        return changed != Vector256<int>.Zero;
    }
}
