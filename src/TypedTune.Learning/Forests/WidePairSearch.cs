using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// <see cref="PairSearch"/> with vectors of sixteen numbers: two thresholds of eight features side by side, or four thresholds of
/// four. The same sums in the same order, and so the same cuts; at 24 rows 0.56 of the time.
/// </summary>
internal static class WidePairSearch
{
    /// <summary>How many vectors past the last row are written to.</summary>
    public const int Room = 7;

    // Up to so many codes the difference of two has all bits of 1f as its sign.
    private const int MostLikeSign = 1 << 23;

    /// <summary>Whether this processor has such vectors.</summary>
    public static bool IsSupported => Vector512.IsHardwareAccelerated;

    /// <summary>Finds the best cut of up to eight features.</summary>
    /// <inheritdoc cref="PairSearch.Find" path="/typeparam"/>
    /// <inheritdoc cref="PairSearch.Find" path="/param"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static FeatureCut Find<TCodes, TRule>(Span<Vector256<int>> lanes, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, float weight, ReadOnlySpan<int> features, int minRows)
        where TCodes : struct, ICodes
        where TRule : struct, ILeafRule
    {
        int count = sums.Length;
        ref var lane = ref MemoryMarshal.GetReference(lanes);
        var whole = Vector512.Create(weight);

        // Where thresholds are left over, the first one is compared again; equal scores change nothing.
        Unsafe.Add(ref lane, count) = Unsafe.Add(ref lane, count + 1) = Unsafe.Add(ref lane, count + 2) = lane;
        var best = WideLaneBest.None;
        int j = 0;
        if (features.Length > LaneBest.Four)
        {
            for (; j + 4 < count && !TRule.CountsRows; j += 8)
                CompareFour<TCodes>(ref best, ref lane, sums, weights, Above(ref lane, j), Above(ref lane, j + 2), Above(ref lane, j + 4), Above(ref lane, j + 6), WideLaneBest.TwoPlaces + Vector512.Create(j), 2, whole);
            for (; j < count; j += 4)
                CompareTwo<TCodes, TRule>(ref best, ref lane, sums, weights, Above(ref lane, j), Above(ref lane, j + 2), WideLaneBest.TwoPlaces + Vector512.Create(j), 2, whole, minRows);
            return PairSearch.InCodes(best.Fold().Best(features, out int eight), ref lane, eight);
        }

        Unsafe.Add(ref lane, count + 3) = Unsafe.Add(ref lane, count + 4) = Unsafe.Add(ref lane, count + 5) = Unsafe.Add(ref lane, count + 6) = lane;
        for (; j + 8 < count && !TRule.CountsRows; j += 16)
            CompareFour<TCodes>(ref best, ref lane, sums, weights, FourAbove(ref lane, j), FourAbove(ref lane, j + 4), FourAbove(ref lane, j + 8), FourAbove(ref lane, j + 12), WideLaneBest.FourPlaces + Vector512.Create(j), 4, whole);
        for (; j < count; j += 8)
            CompareTwo<TCodes, TRule>(ref best, ref lane, sums, weights, FourAbove(ref lane, j), FourAbove(ref lane, j + 4), WideLaneBest.FourPlaces + Vector512.Create(j), 4, whole, minRows);
        return PairSearch.InCodes(best.Fold().FoldHalves().Best(features, out int four), ref lane, four);
    }

    // One more than the codes of two rows: what is at most a code is less than that.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Above(ref Vector256<int> lane, int row) => Join(Unsafe.Add(ref lane, row), Unsafe.Add(ref lane, row + 1)) + Vector512<int>.One;

    // The same of four rows and of up to four features.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> FourAbove(ref Vector256<int> lane, int row) => Join(PairSearch.Four(ref lane, row), PairSearch.Four(ref lane, row + 2)) + Vector512<int>.One;

    // So many that each addition has time to end before the next to the same sum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CompareFour<TCodes>(ref WideLaneBest best, ref Vector256<int> lane, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, Vector512<int> first, Vector512<int> second, Vector512<int> third, Vector512<int> fourth, Vector512<int> places, int step, Vector512<float> whole)
        where TCodes : struct, ICodes
    {
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ref float weight = ref MemoryMarshal.GetReference(weights);
        Vector512<float> firstSum = default, firstWeight = default, secondSum = default, secondWeight = default;
        Vector512<float> thirdSum = default, thirdWeight = default, fourthSum = default, fourthWeight = default;
        for (nint i = 0; i < sums.Length; i++)
        {
            var codes = Join(Unsafe.Add(ref lane, i), Unsafe.Add(ref lane, i));
            var rowSum = Vector512.Create(Unsafe.Add(ref sum, i));
            var rowWeight = Vector512.Create(Unsafe.Add(ref weight, i));
            var inFirst = Chosen<TCodes>(codes, first);
            firstSum = Vector512.FusedMultiplyAdd(inFirst, rowSum, firstSum);
            firstWeight = Vector512.FusedMultiplyAdd(inFirst, rowWeight, firstWeight);
            var inSecond = Chosen<TCodes>(codes, second);
            secondSum = Vector512.FusedMultiplyAdd(inSecond, rowSum, secondSum);
            secondWeight = Vector512.FusedMultiplyAdd(inSecond, rowWeight, secondWeight);
            var inThird = Chosen<TCodes>(codes, third);
            thirdSum = Vector512.FusedMultiplyAdd(inThird, rowSum, thirdSum);
            thirdWeight = Vector512.FusedMultiplyAdd(inThird, rowWeight, thirdWeight);
            var inFourth = Chosen<TCodes>(codes, fourth);
            fourthSum = Vector512.FusedMultiplyAdd(inFourth, rowSum, fourthSum);
            fourthWeight = Vector512.FusedMultiplyAdd(inFourth, rowWeight, fourthWeight);
        }

        best.Offer(firstSum, firstWeight, whole, places);
        best.Offer(secondSum, secondWeight, whole, places + Vector512.Create(step));
        best.Offer(thirdSum, thirdWeight, whole, places + Vector512.Create(2 * step));
        best.Offer(fourthSum, fourthWeight, whole, places + Vector512.Create(3 * step));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CompareTwo<TCodes, TRule>(ref WideLaneBest best, ref Vector256<int> lane, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, Vector512<int> first, Vector512<int> second, Vector512<int> places, int step, Vector512<float> whole, int minRows)
        where TCodes : struct, ICodes
        where TRule : struct, ILeafRule
    {
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ref float weight = ref MemoryMarshal.GetReference(weights);
        Vector512<float> firstSum = default, firstWeight = default, secondSum = default, secondWeight = default;
        Vector512<int> firstRows = default, secondRows = default;
        for (nint i = 0; i < sums.Length; i++)
        {
            var codes = Join(Unsafe.Add(ref lane, i), Unsafe.Add(ref lane, i));
            var rowSum = Vector512.Create(Unsafe.Add(ref sum, i));
            var rowWeight = Vector512.Create(Unsafe.Add(ref weight, i));
            var inFirst = Chosen<TCodes>(codes, first);
            firstSum = Vector512.FusedMultiplyAdd(inFirst, rowSum, firstSum);
            firstWeight = Vector512.FusedMultiplyAdd(inFirst, rowWeight, firstWeight);
            var inSecond = Chosen<TCodes>(codes, second);
            secondSum = Vector512.FusedMultiplyAdd(inSecond, rowSum, secondSum);
            secondWeight = Vector512.FusedMultiplyAdd(inSecond, rowWeight, secondWeight);
            if (TRule.CountsRows)
            {
                firstRows -= Vector512.LessThan(codes, first);
                secondRows -= Vector512.LessThan(codes, second);
            }
        }

        if (!TRule.CountsRows)
        {
            best.Offer(firstSum, firstWeight, whole, places);
            best.Offer(secondSum, secondWeight, whole, places + Vector512.Create(step));
            return;
        }

        best.Offer(firstSum, firstWeight, whole, places, AreEnough(firstRows, sums.Length, minRows));
        best.Offer(secondSum, secondWeight, whole, places + Vector512.Create(step), AreEnough(secondRows, sums.Length, minRows));
    }

    // 1 where a code is less than another, else 0, without a mask: that would take as long as an addition, and one for each of a pair of sums.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Chosen<TCodes>(Vector512<int> codes, Vector512<int> above)
        where TCodes : struct, ICodes => (TCodes.Most <= MostLikeSign ? codes - above : (codes - above) >> 31).AsSingle() & Vector512<float>.One;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> AreEnough(Vector512<int> rows, int count, int minRows) =>
        Vector512.GreaterThanOrEqual(rows, Vector512.Create(minRows)) & Vector512.LessThanOrEqual(rows, Vector512.Create(count - minRows));

    // From registers: read as one vector, two rows that were just written would be waited for.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Join(Vector256<int> lower, Vector256<int> upper) => lower.ToVector512Unsafe().WithUpper(upper);
}
