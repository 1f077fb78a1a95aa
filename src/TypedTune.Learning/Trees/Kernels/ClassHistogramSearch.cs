using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// <see cref="HistogramSearch"/> for three classes and more: a bin holds the weight of each class that the node has, eight
/// features side by side.
/// </summary>
internal static class ClassHistogramSearch
{
    /// <summary>The most bins of a node of wide codes: as many as for two classes take the same room.</summary>
    /// <param name="classes">How many classes the node has.</param>
    public static int MaxBins(int classes) => Math.Max(ColumnBins.Max, (int)BitOperations.RoundUpToPowerOf2((uint)(2 * HistogramSearch.MaxBins / classes)) / 2);

    /// <summary>How many numbers a histogram takes.</summary>
    /// <param name="bins">How many bins.</param>
    /// <param name="classes">How many classes the node has.</param>
    public static int Length(int bins, int classes) => bins * classes * LaneGather.Lanes;

    /// <summary>Adds rows to the histograms.</summary>
    /// <param name="records">The node's records.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="node">The node's classes.</param>
    /// <param name="features">The features in the lanes, 1 to 8.</param>
    /// <param name="bins">Their bins.</param>
    /// <param name="histogram"><see cref="Length"/> numbers, added to.</param>
    /// <typeparam name="TCodes">The width of codes.</typeparam>
    public static void Fill<TCodes>(ReadOnlySpan<byte> records, RecordLayout layout, int count, ClassNode node, ReadOnlySpan<int> features, in LaneBins bins, Span<float> histogram)
        where TCodes : struct, ICodes
    {
        ref byte record = ref MemoryMarshal.GetReference(records);
        ref float cells = ref MemoryMarshal.GetReference(histogram);
        ref int numbers = ref MemoryMarshal.GetReference(node.Numbers);
        nint bin = node.Count * LaneGather.Lanes;
        for (int i = 0; i < count; i++)
        {
            float weight = layout.Weight(ref record);
            ref float line = ref Unsafe.Add(ref cells, Unsafe.Add(ref numbers, layout.Class(ref record)) * LaneGather.Lanes);
            for (int lane = 0; lane < features.Length; lane++)
                Unsafe.Add(ref line, HistogramSearch.Bin<TCodes>(ref record, features[lane], bins, lane) * bin + lane) += weight;
            record = ref Unsafe.Add(ref record, layout.Stride);
        }
    }

    /// <summary>Finds the best cut in histograms, and clears them.</summary>
    /// <typeparam name="TImpurity">What is measured.</typeparam>
    /// <typeparam name="TRule">Whether rows are counted.</typeparam>
    /// <param name="histogram">What <see cref="Fill"/> made; all 0 afterwards.</param>
    /// <param name="rows">Eight counts a bin, if the rule counts rows; see <see cref="HistogramSearch.Count"/>.</param>
    /// <param name="bins">How many bins the features have at most.</param>
    /// <param name="classWeights">For each class of the node, its weight.</param>
    /// <param name="sums">Room for a vector a class.</param>
    /// <param name="purity">The node's purity.</param>
    /// <param name="count">The node's rows.</param>
    /// <param name="minRows">The least rows on each side, if the rule counts them.</param>
    /// <param name="features">The features in the lanes.</param>
    public static FeatureCut Find<TImpurity, TRule>(Span<float> histogram, ReadOnlySpan<int> rows, int bins, ReadOnlySpan<float> classWeights, Span<Vector256<float>> sums, float purity, int count, int minRows, ReadOnlySpan<int> features)
        where TImpurity : struct, IClassImpurity
        where TRule : struct, ILeafRule
    {
        ref float cell = ref MemoryMarshal.GetReference(histogram);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        ref float whole = ref MemoryMarshal.GetReference(classWeights);
        sums.Clear();
        var best = LaneBest.None;
        var leftRows = Vector256<int>.Zero;
        for (int bin = 0; bin < bins; bin++)
        {
            Vector256<float> left = default, right = default, leftTerms = default, rightTerms = default;
            for (nint k = 0; k < sums.Length; k++)
            {
                var onLeft = Unsafe.Add(ref sum, k) + Vector256.LoadUnsafe(ref cell);
                Vector256<float>.Zero.StoreUnsafe(ref cell);
                cell = ref Unsafe.Add(ref cell, LaneGather.Lanes);
                Unsafe.Add(ref sum, k) = onLeft;

                // Sums in single precision may end a rounding error past the whole.
                var onRight = Vector256.Max(Vector256.Create(Unsafe.Add(ref whole, k)) - onLeft, Vector256<float>.Zero);
                left += onLeft;
                right += onRight;
                leftTerms += TImpurity.Term(onLeft);
                rightTerms += TImpurity.Term(onRight);
            }

            if (TRule.CountsRows)
                leftRows += Vector256.Create(rows.Slice(bin * LaneGather.Lanes, LaneGather.Lanes));
            ClassScore.Offer<TImpurity, TRule>(ref best, Vector256.Create(bin), left, right, leftTerms, rightTerms, purity, leftRows, count, minRows);
        }

        return best.Best(features);
    }
}
