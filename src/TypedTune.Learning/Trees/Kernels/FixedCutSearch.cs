using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Finds the best of given cuts, one a feature: one pass over the rows compares eight of them.</summary>
internal static class FixedCutSearch
{
    /// <summary>Finds the best cut.</summary>
    /// <typeparam name="TCodes">The width of codes.</typeparam>
    /// <typeparam name="TValue">The row's value.</typeparam>
    /// <param name="records">The node's records.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="value">The row's value, which adds up to 0 in the node.</param>
    /// <param name="features">The features, at most eight.</param>
    /// <param name="codes">For each, the last code on the left.</param>
    /// <param name="minRows">The least rows on each side.</param>
    public static FeatureCut Find<TCodes, TValue>(ReadOnlySpan<byte> records, in RecordLayout layout, int count, in TValue value, ReadOnlySpan<int> features, ReadOnlySpan<int> codes, int minRows)
        where TCodes : struct, ICodes
        where TValue : struct, IRowValue
    {
        var cut = Lanes(codes);
        Vector256<float> leftSum = default, left = default, right = default;
        Vector256<int> rightRows = default;
        ref byte record = ref MemoryMarshal.GetReference(records);
        for (int i = 0; i < count; i++)
        {
            float weight = layout.Weight(ref record);
            var above = Vector256.GreaterThan(LaneGather.Load<TCodes>(ref record, features), cut);
            leftSum += Vector256.AndNot(Vector256.Create(value.Apply(layout, ref record, weight)), above.AsSingle());
            left += Vector256.AndNot(Vector256.Create(weight), above.AsSingle());
            right += Vector256.Create(weight) & above.AsSingle();
            rightRows -= above;
            record = ref Unsafe.Add(ref record, layout.Stride);
        }

        var legal = LaneBest.AreEnough(rightRows, count, minRows).AsSingle();
        var best = LaneBest.None;
        best.Offer(leftSum * leftSum / (left * right), cut, legal & Vector256.GreaterThan(left * right, Vector256<float>.Zero));
        return best.Best(features);
    }

    /// <summary>Finds the best of given cuts between classes.</summary>
    /// <typeparam name="TImpurity">What is measured.</typeparam>
    /// <typeparam name="TCodes">The width of codes.</typeparam>
    /// <param name="records">The node's records.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="node">The node's classes.</param>
    /// <param name="purity">The node's purity.</param>
    /// <param name="sums">Room for two vectors a class.</param>
    /// <param name="features">The features, at most eight.</param>
    /// <param name="codes">For each, the last code on the left.</param>
    /// <param name="minRows">The least rows on each side.</param>
    public static FeatureCut Find<TImpurity, TCodes>(
        ReadOnlySpan<byte> records, in RecordLayout layout, int count, ClassNode node, float purity, Span<Vector256<float>> sums, ReadOnlySpan<int> features, ReadOnlySpan<int> codes, int minRows)
        where TImpurity : struct, IClassImpurity
        where TCodes : struct, ICodes
    {
        var cut = Lanes(codes);
        Vector256<int> leftRows = default;
        sums.Clear();
        ref byte record = ref MemoryMarshal.GetReference(records);
        for (int i = 0; i < count; i++)
        {
            var weight = Vector256.Create(layout.Weight(ref record));
            var above = Vector256.GreaterThan(LaneGather.Load<TCodes>(ref record, features), cut);
            int at = 2 * node.Numbers[layout.Class(ref record)];
            sums[at] += Vector256.AndNot(weight, above.AsSingle());
            sums[at + 1] += weight & above.AsSingle();
            leftRows += Vector256<int>.One + above;
            record = ref Unsafe.Add(ref record, layout.Stride);
        }

        Vector256<float> left = default, right = default, leftTerms = default, rightTerms = default;
        for (int k = 0; k < sums.Length; k += 2)
        {
            left += sums[k];
            right += sums[k + 1];
            leftTerms += TImpurity.Term(sums[k]);
            rightTerms += TImpurity.Term(sums[k + 1]);
        }

        var best = LaneBest.None;
        ClassScore.Offer<TImpurity, FullLeaf>(ref best, cut, left, right, leftTerms, rightTerms, purity, leftRows, count, minRows);
        return best.Best(features);
    }

    // Lanes past the features repeat the first.
    private static Vector256<int> Lanes(ReadOnlySpan<int> codes)
    {
        Span<int> lanes = stackalloc int[LaneGather.Lanes];
        lanes.Fill(codes[0]);
        codes.CopyTo(lanes);
        return Vector256.Create(lanes);
    }
}
