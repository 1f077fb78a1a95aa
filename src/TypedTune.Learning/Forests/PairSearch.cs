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

    /// <summary>The same with vectors of eight numbers.</summary>
    /// <inheritdoc cref="Find" path="/param"/>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static FeatureCut FindEight<TRule>(Span<Vector256<int>> lanes, ReadOnlySpan<float> sums, ReadOnlySpan<float> weights, ReadOnlySpan<int> features, int minRows)
        where TRule : struct, ILeafRule
    {
        int count = sums.Length;
        ref var lane = ref MemoryMarshal.GetReference(lanes);
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ref float weight = ref MemoryMarshal.GetReference(weights);
        float total = 0;
        for (int i = 0; i < count; i++)
            total += Unsafe.Add(ref weight, i);

        // Two thresholds a pass over the rows; an odd one out is compared twice, and equal scores change nothing.
        Unsafe.Add(ref lane, count) = lane;
        var best = LaneBest.None;
        for (int j = 0; j < count; j += 2)
        {
            var first = Unsafe.Add(ref lane, j);
            var second = Unsafe.Add(ref lane, j + 1);
            Vector256<float> firstSum = default, firstWeight = default, secondSum = default, secondWeight = default;
            Vector256<int> firstRight = default, secondRight = default;
            for (nint i = 0; i < count; i++)
            {
                var bin = Unsafe.Add(ref lane, i);
                var rowSum = Vector256.Create(Unsafe.Add(ref sum, i));
                var rowWeight = Vector256.Create(Unsafe.Add(ref weight, i));
                var aboveFirst = Vector256.GreaterThan(bin, first);
                var aboveSecond = Vector256.GreaterThan(bin, second);
                firstSum += Vector256.AndNot(rowSum, aboveFirst.AsSingle());
                firstWeight += Vector256.AndNot(rowWeight, aboveFirst.AsSingle());
                secondSum += Vector256.AndNot(rowSum, aboveSecond.AsSingle());
                secondWeight += Vector256.AndNot(rowWeight, aboveSecond.AsSingle());
                if (TRule.CountsRows)
                {
                    firstRight -= aboveFirst;
                    secondRight -= aboveSecond;
                }
            }

            Offer<TRule>(ref best, first, firstSum, firstWeight, total, firstRight, count, minRows);
            Offer<TRule>(ref best, second, secondSum, secondWeight, total, secondRight, count, minRows);
        }

        return best.Best(features);
    }

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Offer<TRule>(ref LaneBest best, Vector256<int> threshold, Vector256<float> sum, Vector256<float> weight, float total, Vector256<int> right, int count, int minRows)
        where TRule : struct, ILeafRule
    {
        var balance = weight * (Vector256.Create(total) - weight);
        var legal = Vector256.GreaterThan(balance, Vector256<float>.Zero);
        if (TRule.CountsRows)
            legal &= (Vector256.GreaterThanOrEqual(right, Vector256.Create(minRows)) & Vector256.LessThanOrEqual(right, Vector256.Create(count - minRows))).AsSingle();
        best.Offer(sum * sum / balance, threshold, legal);
    }
}
