using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// Finds the best cut of a small node without sorting: every row's codes are tried as thresholds against all rows, eight
/// features at once, one a lane. Nine in ten splits of a full tree are this small, and here they cost no branch that can be mispredicted.
/// </summary>
internal static class PairSearch
{
    /// <summary>Up to so many rows all pairs are compared, above there are histograms: 0.98 of the time of a fit with 24, with vectors of sixteen numbers and of eight.</summary>
    public const int MaxRows = 32;

    /// <summary>How many rows of lanes the search needs room for.</summary>
    public const int LaneRows = MaxRows + WidePairSearch.Room;

    /// <summary>Finds the best cut of up to eight features.</summary>
    /// <typeparam name="TRule">Whether rows are counted.</typeparam>
    /// <param name="lanes">For each row, the codes of the eight features; <see cref="WidePairSearch.Room"/> vectors more are room that is written to.</param>
    /// <param name="sums">For each row, its value times its weight.</param>
    /// <param name="weights">For each row, its weight.</param>
    /// <param name="features">The features in the lanes, 1 to 8; further lanes repeat some.</param>
    /// <param name="minRows">The least rows on each side, if the rule counts them.</param>
    public static FeatureCut Find<TRule>(Span<Vector256<int>> lanes, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, ReadOnlySpan<int> features, int minRows)
        where TRule : struct, ILeafRule
    {
        return WidePairSearch.IsSupported
            ? WidePairSearch.Find<TRule>(lanes, sums, weights, features, minRows)
            : FindEight<TRule>(lanes, sums, weights, features, minRows);
    }

    /// <summary>The same with vectors of eight numbers: two thresholds a pass over the rows, or four of up to four features.</summary>
    /// <inheritdoc cref="Find" path="/param"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static FeatureCut FindEight<TRule>(Span<Vector256<int>> lanes, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, ReadOnlySpan<int> features, int minRows)
        where TRule : struct, ILeafRule
    {
        int count = sums.Length;
        ref var lane = ref MemoryMarshal.GetReference(lanes);
        float total = 0;
        foreach (float weight in weights)
            total += weight;

        // Where thresholds are left over, the first one is compared again; equal scores change nothing.
        Unsafe.Add(ref lane, count) = lane;
        var best = LaneBest.None;
        if (features.Length > LaneBest.Four)
        {
            for (int j = 0; j < count; j += 2)
                Compare<TRule>(ref best, ref lane, sums, weights, Unsafe.Add(ref lane, j), Unsafe.Add(ref lane, j + 1), Vector256.Create(j), 1, total, minRows);
            return InCodes(best.Best(features, out int at), ref lane, at);
        }

        Unsafe.Add(ref lane, count + 1) = Unsafe.Add(ref lane, count + 2) = lane;
        for (int j = 0; j < count; j += 4)
            Compare<TRule>(ref best, ref lane, sums, weights, Four(ref lane, j), Four(ref lane, j + 2), LaneBest.TwoPlaces + Vector256.Create(j), 2, total, minRows);
        return InCodes(best.FoldHalves().Best(features, out int four), ref lane, four);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Compare<TRule>(ref LaneBest best, ref Vector256<int> lane, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, Vector256<int> first, Vector256<int> second, Vector256<int> places, int step, float total, int minRows)
        where TRule : struct, ILeafRule
    {
        // Such vectors compare only by greater than, and what is at most a code is less than the next.
        first += Vector256<int>.One;
        second += Vector256<int>.One;
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ref float weight = ref MemoryMarshal.GetReference(weights);
        Vector256<float> firstSum = default, firstWeight = default, secondSum = default, secondWeight = default;
        Vector256<int> firstRows = default, secondRows = default;
        for (nint i = 0; i < sums.Length; i++)
        {
            var codes = Unsafe.Add(ref lane, i);
            var rowSum = Vector256.Create(Unsafe.Add(ref sum, i));
            var rowWeight = Vector256.Create(Unsafe.Add(ref weight, i));
            var inFirst = Vector256.GreaterThan(first, codes);
            var inSecond = Vector256.GreaterThan(second, codes);
            firstSum += rowSum & inFirst.AsSingle();
            firstWeight += rowWeight & inFirst.AsSingle();
            secondSum += rowSum & inSecond.AsSingle();
            secondWeight += rowWeight & inSecond.AsSingle();
            if (TRule.CountsRows)
            {
                firstRows -= inFirst;
                secondRows -= inSecond;
            }
        }

        var whole = Vector256.Create(total);
        if (!TRule.CountsRows)
        {
            best.Offer(firstSum, firstWeight, whole, places);
            best.Offer(secondSum, secondWeight, whole, places + Vector256.Create(step));
            return;
        }

        best.Offer(firstSum, firstWeight, whole, places, LaneBest.AreEnough(firstRows, sums.Length, minRows));
        best.Offer(secondSum, secondWeight, whole, places + Vector256.Create(step), LaneBest.AreEnough(secondRows, sums.Length, minRows));
    }

    /// <summary>The codes of two rows, of up to four features: each row holds them twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Four(ref Vector256<int> lane, int row) => Unsafe.Add(ref lane, row).WithUpper(Unsafe.Add(ref lane, row + 1).GetUpper());

    /// <summary>A cut at a place as one at a code: the place is the row whose code is the threshold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FeatureCut InCodes(FeatureCut cut, ref Vector256<int> lane, int at) => cut.Score < 0 ? cut : cut with { Code = Unsafe.Add(ref lane, cut.Code)[at] };

    /// <summary>The same, one feature and one pair at a time: the reference that <see cref="Find"/> is tested against.</summary>
    public static FeatureCut FindScalar(ReadOnlySpan<Vector256<int>> lanes, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, ReadOnlySpan<int> features, int minRows)
    {
        float total = 0;
        foreach (float weight in weights)
            total += weight;
        var best = FeatureCut.None;
        for (int lane = 0; lane < features.Length; lane++)
        {
            for (int j = 0; j < sums.Length; j++)
            {
                int threshold = lanes[j][lane];
                float leftSum = 0, leftWeight = 0;
                int leftRows = 0;
                for (int i = 0; i < sums.Length; i++)
                {
                    bool left = lanes[i][lane] <= threshold;
                    leftSum += left ? sums[i] : 0;
                    leftWeight += left ? weights[i] : 0;
                    leftRows += left ? 1 : 0;
                }

                float balance = leftWeight * (total - leftWeight);
                float score = leftSum * leftSum / balance;
                if (balance > 0 && leftRows >= minRows && sums.Length - leftRows >= minRows && score > best.Score)
                    best = new FeatureCut(features[lane], threshold, score);
            }
        }

        return best;
    }
}
