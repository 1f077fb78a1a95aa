using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Thresholds at the codes of a small node's rows, for searches that try every row as a threshold.</summary>
internal static class LaneThresholds
{
    /// <summary>One more than the codes of a row: what is at most a code is less than that, and vectors of eight numbers compare only by greater than.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Above(ref Vector256<int> lane, int row) => Unsafe.Add(ref lane, row) + Vector256<int>.One;

    /// <summary>One more than the codes of two rows, of up to four features: each row holds them twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> FourAbove(ref Vector256<int> lane, int row) => Unsafe.Add(ref lane, row).WithUpper(Unsafe.Add(ref lane, row + 1).GetUpper()) + Vector256<int>.One;

    /// <summary>A cut at a place as one at a code: the place is the row whose code is the threshold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FeatureCut InCodes(FeatureCut cut, ref Vector256<int> lane, int at) => cut.Score < 0 ? cut : cut with { Code = Unsafe.Add(ref lane, cut.Code)[at] };
}
