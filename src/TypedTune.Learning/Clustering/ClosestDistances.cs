using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>What each row's squared distance to the centers would be with one more center, and their sum.</summary>
internal static class ClosestDistances
{
    /// <summary>Keeps the smaller of two distances a row; the same bits as <see cref="KeepScalar"/>.</summary>
    /// <param name="closest">N distances to the centers so far.</param>
    /// <param name="candidate">N distances to the new center; overwritten with the smaller ones.</param>
    /// <returns>The sum of the smaller ones.</returns>
    public static double Keep(ReadOnlySpan<double> closest, Span<double> candidate)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(candidate.Length, closest.Length);
        ref double old = ref MemoryMarshal.GetReference(closest);
        ref double values = ref MemoryMarshal.GetReference(candidate);
        var sums = Vector512<double>.Zero;
        nuint row = 0;
        for (; (int)row + 8 <= candidate.Length; row += 8)
        {
            var smaller = Vector512.MinNative(Vector512.LoadUnsafe(ref values, row), Vector512.LoadUnsafe(ref old, row));
            smaller.StoreUnsafe(ref values, row);
            sums += smaller;
        }

        Span<double> lanes = stackalloc double[8];
        sums.CopyTo(lanes);
        return KeepRest(closest, candidate, (int)row, lanes);
    }

    /// <summary>The definition: row r is added to lane r mod 8, and the lanes in order.</summary>
    public static double KeepScalar(ReadOnlySpan<double> closest, Span<double> candidate) =>
        KeepRest(closest, candidate, 0, stackalloc double[8]);

    private static double KeepRest(ReadOnlySpan<double> closest, Span<double> candidate, int start, Span<double> lanes)
    {
        for (int row = start; row < candidate.Length; row++)
        {
            candidate[row] = Math.Min(candidate[row], closest[row]);
            lanes[row % 8] += candidate[row];
        }

        double sum = 0;
        foreach (double lane in lanes)
            sum += lane;
        return sum;
    }
}
