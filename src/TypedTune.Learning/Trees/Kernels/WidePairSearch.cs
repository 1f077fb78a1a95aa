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

    // Of the difference of two codes, if there are no more than so many, all bits that 1f has are as the sign.
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
        if (features.Length > LaneGather.Four)
        {
            for (; j + 4 < count; j += 8)
                CompareFour<TCodes, TRule>(ref best, ref lane, sums, weights, Above(ref lane, j), Above(ref lane, j + 2), Above(ref lane, j + 4), Above(ref lane, j + 6), WideLaneBest.TwoPlaces + Vector512.Create(j), 2, whole, minRows);
            for (; j < count; j += 4)
                CompareTwo<TCodes, TRule>(ref best, ref lane, sums, weights, Above(ref lane, j), Above(ref lane, j + 2), WideLaneBest.TwoPlaces + Vector512.Create(j), 2, whole, minRows);
            return LaneThresholds.InCodes(best.Fold().Best(features, out int eight), ref lane, eight);
        }

        Unsafe.Add(ref lane, count + 3) = Unsafe.Add(ref lane, count + 4) = Unsafe.Add(ref lane, count + 5) = Unsafe.Add(ref lane, count + 6) = lane;
        for (; j + 8 < count; j += 16)
            CompareFour<TCodes, TRule>(ref best, ref lane, sums, weights, FourAbove(ref lane, j), FourAbove(ref lane, j + 4), FourAbove(ref lane, j + 8), FourAbove(ref lane, j + 12), WideLaneBest.FourPlaces + Vector512.Create(j), 4, whole, minRows);
        for (; j < count; j += 8)
            CompareTwo<TCodes, TRule>(ref best, ref lane, sums, weights, FourAbove(ref lane, j), FourAbove(ref lane, j + 4), WideLaneBest.FourPlaces + Vector512.Create(j), 4, whole, minRows);
        return LaneThresholds.InCodes(best.Fold().FoldHalves().Best(features, out int four), ref lane, four);
    }

    // Of two rows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Above(ref Vector256<int> lane, int row) => Join(LaneThresholds.Above(ref lane, row), LaneThresholds.Above(ref lane, row + 1));

    // Of four rows, of up to four features.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> FourAbove(ref Vector256<int> lane, int row) => Join(LaneThresholds.FourAbove(ref lane, row), LaneThresholds.FourAbove(ref lane, row + 2));

    // So many that each addition has time to end before the next to the same sum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CompareFour<TCodes, TRule>(ref WideLaneBest best, ref Vector256<int> lane, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, Vector512<int> above, Vector512<int> secondAbove, Vector512<int> thirdAbove, Vector512<int> fourthAbove, Vector512<int> places, int step, Vector512<float> whole, int minRows)
        where TCodes : struct, ICodes
        where TRule : struct, ILeafRule
    {
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ref float weight = ref MemoryMarshal.GetReference(weights);
        LeftSides first = new(above), second = new(secondAbove), third = new(thirdAbove), fourth = new(fourthAbove);
        for (nint i = 0; i < sums.Length; i++)
        {
            var codes = Join(Unsafe.Add(ref lane, i), Unsafe.Add(ref lane, i));
            var rowSum = Vector512.Create(Unsafe.Add(ref sum, i));
            var rowWeight = Vector512.Create(Unsafe.Add(ref weight, i));
            first.Add<TCodes, TRule>(codes, rowSum, rowWeight);
            second.Add<TCodes, TRule>(codes, rowSum, rowWeight);
            third.Add<TCodes, TRule>(codes, rowSum, rowWeight);
            fourth.Add<TCodes, TRule>(codes, rowSum, rowWeight);
        }

        first.OfferTo<TRule>(ref best, whole, places, sums.Length, minRows);
        second.OfferTo<TRule>(ref best, whole, places + Vector512.Create(step), sums.Length, minRows);
        third.OfferTo<TRule>(ref best, whole, places + Vector512.Create(2 * step), sums.Length, minRows);
        fourth.OfferTo<TRule>(ref best, whole, places + Vector512.Create(3 * step), sums.Length, minRows);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CompareTwo<TCodes, TRule>(ref WideLaneBest best, ref Vector256<int> lane, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, Vector512<int> above, Vector512<int> secondAbove, Vector512<int> places, int step, Vector512<float> whole, int minRows)
        where TCodes : struct, ICodes
        where TRule : struct, ILeafRule
    {
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ref float weight = ref MemoryMarshal.GetReference(weights);
        LeftSides first = new(above), second = new(secondAbove);
        for (nint i = 0; i < sums.Length; i++)
        {
            var codes = Join(Unsafe.Add(ref lane, i), Unsafe.Add(ref lane, i));
            var rowSum = Vector512.Create(Unsafe.Add(ref sum, i));
            var rowWeight = Vector512.Create(Unsafe.Add(ref weight, i));
            first.Add<TCodes, TRule>(codes, rowSum, rowWeight);
            second.Add<TCodes, TRule>(codes, rowSum, rowWeight);
        }

        first.OfferTo<TRule>(ref best, whole, places, sums.Length, minRows);
        second.OfferTo<TRule>(ref best, whole, places + Vector512.Create(step), sums.Length, minRows);
    }

    // From registers: read as one vector, two rows that were just written would be waited for.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Join(Vector256<int> lower, Vector256<int> upper) => lower.ToVector512Unsafe().WithUpper(upper);

    // What a vector of thresholds has on its left: the rows whose codes are below one more than they are.
    private struct LeftSides(Vector512<int> above)
    {
        private readonly Vector512<int> _above = above;
        private Vector512<float> _sum;
        private Vector512<float> _weight;
        private Vector512<int> _rows;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add<TCodes, TRule>(Vector512<int> codes, Vector512<float> sum, Vector512<float> weight)
            where TCodes : struct, ICodes
            where TRule : struct, ILeafRule
        {
            // 1 or 0, without a mask: that would take as long as an addition, and one for each of the two sums.
            var sign = TCodes.Most <= MostLikeSign ? codes - _above : (codes - _above) >> 31;
            var chosen = sign.AsSingle() & Vector512<float>.One;
            _sum = Vector512.FusedMultiplyAdd(chosen, sum, _sum);
            _weight = Vector512.FusedMultiplyAdd(chosen, weight, _weight);
            if (TRule.CountsRows)
                _rows -= Vector512.LessThan(codes, _above);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void OfferTo<TRule>(ref WideLaneBest best, Vector512<float> whole, Vector512<int> places, int count, int minRows)
            where TRule : struct, ILeafRule
        {
            if (TRule.CountsRows)
                best.Offer(_sum, _weight, whole, places, Vector512.GreaterThanOrEqual(_rows, Vector512.Create(minRows)) & Vector512.LessThanOrEqual(_rows, Vector512.Create(count - minRows)));
            else
                best.Offer(_sum, _weight, whole, places);
        }
    }
}
