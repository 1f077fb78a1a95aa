using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// Finds the cut whose sides differ most in the mean of a row's value, with the kernel that suits the node's size. Holds
/// the buffers of one thread.
/// </summary>
/// <typeparam name="TCodes">The width of codes.</typeparam>
internal sealed class CutSearch<TCodes>(BinnedRows rows, LeafSize leaf)
    where TCodes : struct, ICodes
{
    private readonly RecordLayout _layout = rows.Layout;
    private readonly ColumnBins[] _columns = rows.Columns;

    private static int MaxBins => TCodes.AreWide ? HistogramSearch.MaxBins : ColumnBins.Max;

    // Fields, since memory on the stack would be cleared at each node.
    private readonly float[] _sums = new float[PairSearch.MaxRows];
    private readonly float[] _weights = new float[PairSearch.MaxRows];
    private readonly Vector256<int>[] _lanes = new Vector256<int>[PairSearch.LaneRows];
    private readonly float[] _histogram = new float[HistogramSearch.Length(MaxBins)];
    private readonly int[] _rowCounts = leaf.CountsRows ? new int[MaxBins * LaneGather.Lanes] : [];

    /// <summary>Finds the best cut; of equally good ones that of the feature drawn first, and of these the first code.</summary>
    /// <typeparam name="TValue">The row's value.</typeparam>
    /// <param name="records">The node's records.</param>
    /// <param name="count">How many there are, at least 2.</param>
    /// <param name="ranges">Between which codes they are.</param>
    /// <param name="weight">The node's weight.</param>
    /// <param name="value">The row's value, which adds up to 0 in the node and differs between its rows.</param>
    /// <param name="features">The features drawn.</param>
    public FeatureCut Find<TValue>(ReadOnlySpan<byte> records, int count, NodeRanges ranges, double weight, in TValue value, ReadOnlySpan<int> features)
        where TValue : struct, IRowValue
    {
        bool isSmall = count <= PairSearch.MaxRows;
        if (isSmall)
            LaneGather.Gather(records, _layout, value, _sums.AsSpan(0, count), _weights.AsSpan(0, count));
        var best = FeatureCut.None;
        for (int at = 0; at < features.Length; at += LaneGather.Lanes)
        {
            var lanes = features.Slice(at, Math.Min(LaneGather.Lanes, features.Length - at));
            var cut = isSmall ? FindSmall(records, count, (float)weight, lanes) : FindLarge(records, count, ranges, (float)weight, value, lanes);
            if (cut.Score > best.Score)
                best = cut;
        }

        return best;
    }

    /// <summary>Finds the best of given cuts; of equally good ones that of the feature drawn first.</summary>
    /// <typeparam name="TValue">The row's value.</typeparam>
    /// <param name="records">The node's records.</param>
    /// <param name="count">How many there are, at least 2.</param>
    /// <param name="value">The row's value, which adds up to 0 in the node and differs between its rows.</param>
    /// <param name="features">The features drawn.</param>
    /// <param name="codes">For each, the last code on the left.</param>
    public FeatureCut FindAmong<TValue>(ReadOnlySpan<byte> records, int count, in TValue value, ReadOnlySpan<int> features, ReadOnlySpan<int> codes)
        where TValue : struct, IRowValue
    {
        var best = FeatureCut.None;
        for (int at = 0; at < features.Length; at += LaneGather.Lanes)
        {
            int length = Math.Min(LaneGather.Lanes, features.Length - at);
            var cut = FixedCutSearch.Find<TCodes, TValue>(records, _layout, count, value, features.Slice(at, length), codes.Slice(at, length), leaf.MinRows);
            if (cut.Score > best.Score)
                best = cut;
        }

        return best;
    }

    private FeatureCut FindSmall(ReadOnlySpan<byte> records, int count, float weight, ReadOnlySpan<int> features)
    {
        TCodes.Gather(records, _layout, features, _lanes.AsSpan(0, count));
        var sums = _sums.AsSpan(0, count);
        var weights = _weights.AsSpan(0, count);
        return leaf.CountsRows
            ? PairSearch.Find<TCodes, FullLeaf>(_lanes, sums, weights, weight, features, leaf.MinRows)
            : PairSearch.Find<TCodes, AnyLeaf>(_lanes, sums, weights, weight, features, 1);
    }

    private FeatureCut FindLarge<TValue>(ReadOnlySpan<byte> records, int count, NodeRanges ranges, float weight, in TValue value, ReadOnlySpan<int> features)
        where TValue : struct, IRowValue
    {
        var bins = LaneBins.Of<TCodes>(ranges, _columns, features, count, MaxBins);
        if (features.Length <= LaneGather.Four && !leaf.CountsRows)
        {
            HistogramSearch.FillFour<TCodes, TValue>(records, _layout, count, value, features, bins, _histogram);
            return bins.InCodes(HistogramSearch.FindFour(_histogram, bins.Count, weight, features), features);
        }

        HistogramSearch.Fill<TCodes, TValue>(records, _layout, count, value, features, bins, _histogram);
        if (!leaf.CountsRows)
            return bins.InCodes(HistogramSearch.Find<AnyLeaf>(_histogram, [], bins.Count, weight, count, 1, features), features);
        _rowCounts.AsSpan(0, bins.Count * LaneGather.Lanes).Clear();
        HistogramSearch.Count<TCodes>(records, _layout, count, features, bins, _rowCounts);
        return bins.InCodes(HistogramSearch.Find<FullLeaf>(_histogram, _rowCounts, bins.Count, weight, count, leaf.MinRows, features), features);
    }
}
