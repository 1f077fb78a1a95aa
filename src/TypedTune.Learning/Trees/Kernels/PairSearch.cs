using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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
    /// <typeparam name="TCodes">The width of codes.</typeparam>
    /// <typeparam name="TRule">Whether rows are counted.</typeparam>
    /// <param name="lanes">For each row, the codes of the eight features; <see cref="WidePairSearch.Room"/> vectors more are room that is written to.</param>
    /// <param name="sums">For each row, its value times its weight.</param>
    /// <param name="weights">For each row, its weight.</param>
    /// <param name="weight">The node's weight.</param>
    /// <param name="features">The features in the lanes, 1 to 8; further lanes repeat some.</param>
    /// <param name="minRows">The least rows on each side, if the rule counts them.</param>
    public static FeatureCut Find<TCodes, TRule>(Span<Vector256<int>> lanes, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, float weight, ReadOnlySpan<int> features, int minRows)
        where TCodes : struct, ICodes
        where TRule : struct, ILeafRule
    {
        return WidePairSearch.IsSupported
            ? WidePairSearch.Find<TCodes, TRule>(lanes, sums, weights, weight, features, minRows)
            : FindEight<TRule>(lanes, sums, weights, weight, features, minRows);
    }

    /// <summary>Finds the best cut with vectors of eight numbers: four thresholds a pass over the rows, or eight of up to four features, and what is left by twos or fours.</summary>
    /// <inheritdoc cref="Find" path="/param"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static FeatureCut FindEight<TRule>(Span<Vector256<int>> lanes, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, float weight, ReadOnlySpan<int> features, int minRows)
        where TRule : struct, ILeafRule
    {
        int count = sums.Length;
        ref var lane = ref MemoryMarshal.GetReference(lanes);

        // Where thresholds are left over, the first one is compared again; equal scores change nothing.
        Unsafe.Add(ref lane, count) = lane;
        if (features.Length <= LaneGather.Four)
            return FindFour<TRule>(ref lane, sums, weights, weight, features, minRows);
        var best = LaneBest.None;
        int j = 0;
        for (; j + 2 < count && !TRule.CountsRows; j += 4)
            CompareFour(ref best, ref lane, sums, weights, LaneThresholds.Above(ref lane, j), LaneThresholds.Above(ref lane, j + 1), LaneThresholds.Above(ref lane, j + 2), LaneThresholds.Above(ref lane, j + 3), j, 1, weight);
        for (; j < count; j += 2)
            CompareTwo<TRule>(ref best, ref lane, sums, weights, LaneThresholds.Above(ref lane, j), LaneThresholds.Above(ref lane, j + 1), j, 1, weight, minRows);
        return LaneThresholds.InCodes(best.Best(features, out int at), ref lane, at);
    }

    // A method of its own, or the compiler would keep the sums of neither in registers.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static FeatureCut FindFour<TRule>(ref Vector256<int> lane, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, float weight, ReadOnlySpan<int> features, int minRows)
        where TRule : struct, ILeafRule
    {
        int count = sums.Length;
        Unsafe.Add(ref lane, count + 1) = Unsafe.Add(ref lane, count + 2) = lane;
        var best = LaneBest.None;
        int j = 0;
        for (; j + 4 < count && !TRule.CountsRows; j += 8)
            CompareFour(ref best, ref lane, sums, weights, LaneThresholds.FourAbove(ref lane, j), LaneThresholds.FourAbove(ref lane, j + 2), LaneThresholds.FourAbove(ref lane, j + 4), LaneThresholds.FourAbove(ref lane, j + 6), j, 2, weight);
        for (; j < count; j += 4)
            CompareTwo<TRule>(ref best, ref lane, sums, weights, LaneThresholds.FourAbove(ref lane, j), LaneThresholds.FourAbove(ref lane, j + 2), j, 2, weight, minRows);
        return LaneThresholds.InCodes(best.FoldHalves().Best(features, out int at), ref lane, at);
    }

    // So many that each addition has time to end before the next to the same sum, and no more than there are registers for: 0.83 of the time of two.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CompareFour(ref LaneBest best, ref Vector256<int> lane, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, Vector256<int> first, Vector256<int> second, Vector256<int> third, Vector256<int> fourth, int j, int step, float total)
    {
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ref float weight = ref MemoryMarshal.GetReference(weights);
        Vector256<float> firstSum = default, firstWeight = default, secondSum = default, secondWeight = default;
        Vector256<float> thirdSum = default, thirdWeight = default, fourthSum = default, fourthWeight = default;
        for (nint i = 0; i < sums.Length; i++)
        {
            var codes = Unsafe.Add(ref lane, i);
            var rowSum = Vector256.Create(Unsafe.Add(ref sum, i));
            var rowWeight = Vector256.Create(Unsafe.Add(ref weight, i));
            var inFirst = Chosen(Vector256.GreaterThan(first, codes));
            firstSum = Add(firstSum, rowSum, inFirst);
            firstWeight = Add(firstWeight, rowWeight, inFirst);
            var inSecond = Chosen(Vector256.GreaterThan(second, codes));
            secondSum = Add(secondSum, rowSum, inSecond);
            secondWeight = Add(secondWeight, rowWeight, inSecond);
            var inThird = Chosen(Vector256.GreaterThan(third, codes));
            thirdSum = Add(thirdSum, rowSum, inThird);
            thirdWeight = Add(thirdWeight, rowWeight, inThird);
            var inFourth = Chosen(Vector256.GreaterThan(fourth, codes));
            fourthSum = Add(fourthSum, rowSum, inFourth);
            fourthWeight = Add(fourthWeight, rowWeight, inFourth);
        }

        var whole = Vector256.Create(total);
        var places = Places(j, step);
        best.Offer(firstSum, firstWeight, whole, places);
        best.Offer(secondSum, secondWeight, whole, places + Vector256.Create(step));
        best.Offer(thirdSum, thirdWeight, whole, places + Vector256.Create(2 * step));
        best.Offer(fourthSum, fourthWeight, whole, places + Vector256.Create(3 * step));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CompareTwo<TRule>(ref LaneBest best, ref Vector256<int> lane, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, Vector256<int> first, Vector256<int> second, int j, int step, float total, int minRows)
        where TRule : struct, ILeafRule
    {
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
        var places = Places(j, step);
        if (!TRule.CountsRows)
        {
            best.Offer(firstSum, firstWeight, whole, places);
            best.Offer(secondSum, secondWeight, whole, places + Vector256.Create(step));
            return;
        }

        best.Offer(firstSum, firstWeight, whole, places, LaneBest.AreEnough(firstRows, sums.Length, minRows));
        best.Offer(secondSum, secondWeight, whole, places + Vector256.Create(step), LaneBest.AreEnough(secondRows, sums.Length, minRows));
    }

    // The places of as many thresholds as a vector holds. Made when they are needed: while rows are compared, every register is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Places(int j, int step) => Vector256.Create(j) + (step == 1 ? Vector256<int>.Zero : LaneBest.TwoPlaces);

    // What is added where it is chosen: times 1 or 0, which takes an instruction less for each pair of sums than a mask, and is rounded alike.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Chosen(Vector256<int> mask) => Fma.IsSupported ? Vector256<float>.One & mask.AsSingle() : mask.AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Add(Vector256<float> sum, Vector256<float> row, Vector256<float> chosen) =>
        Fma.IsSupported ? Fma.MultiplyAdd(chosen, row, sum) : sum + (row & chosen);

    /// <summary>Finds the best cut one feature and one pair at a time: the reference that <see cref="Find"/> is tested against.</summary>
    public static FeatureCut FindScalar(ReadOnlySpan<Vector256<int>> lanes, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, float weight, ReadOnlySpan<int> features, int minRows)
    {
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

                float balance = leftWeight * (weight - leftWeight);
                float score = leftSum * leftSum / balance;
                if (balance > 0 && leftRows >= minRows && sums.Length - leftRows >= minRows && score > best.Score)
                    best = new FeatureCut(features[lane], threshold, score);
            }
        }

        return best;
    }
}
