using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// Finds the cut whose sides differ most in the mean of a row's value, with the kernel that suits the node's size. Holds
/// the buffers of one thread.
/// </summary>
internal sealed class CutSearch(BinnedRows rows, LeafSize leaf)
{
    private readonly RecordLayout _layout = rows.Layout;
    private readonly ColumnBins[] _columns = rows.Columns;

    // Fields, since memory on the stack would be cleared at each node.
    private readonly ulong[] _bins = new ulong[PairSearch.MaxRows];
    private readonly float[] _sums = new float[PairSearch.MaxRows];
    private readonly float[] _weights = new float[PairSearch.MaxRows];
    private readonly Vector256<int>[] _lanes = new Vector256<int>[PairSearch.LaneRows];
    private readonly float[] _histogram = new float[HistogramSearch.Length];
    private readonly int[] _rowCounts = leaf.CountsRows ? new int[ColumnBins.Max * LaneBest.Lanes] : [];

    /// <summary>Finds the best cut; of equally good ones that of the feature drawn first, and of these the first bin.</summary>
    /// <typeparam name="TValue">The row's value.</typeparam>
    /// <param name="records">The node's records.</param>
    /// <param name="count">How many there are, at least 2.</param>
    /// <param name="weight">The node's weight.</param>
    /// <param name="value">The row's value, which adds up to 0 in the node and differs between its rows.</param>
    /// <param name="features">The features drawn.</param>
    public FeatureCut Find<TValue>(ReadOnlySpan<byte> records, int count, double weight, in TValue value, ReadOnlySpan<int> features)
        where TValue : struct, IRowValue
    {
        var best = FeatureCut.None;
        for (int at = 0; at < features.Length; at += LaneBest.Lanes)
        {
            var lanes = features.Slice(at, Math.Min(LaneBest.Lanes, features.Length - at));
            var cut = count <= PairSearch.MaxRows ? FindSmall(records, count, value, lanes) : FindLarge(records, count, (float)weight, value, lanes);
            if (cut.Score > best.Score)
                best = cut;
        }

        return best;
    }

    private FeatureCut FindSmall<TValue>(ReadOnlySpan<byte> records, int count, in TValue value, ReadOnlySpan<int> features)
        where TValue : struct, IRowValue
    {
        var bins = _bins.AsSpan(0, count);
        LaneGather.Gather(records, _layout, value, features, bins, _sums, _weights);
        return leaf.CountsRows
            ? PairSearch.Find<FullLeaf>(bins, _sums, _weights, features, leaf.MinRows, _lanes)
            : PairSearch.Find<AnyLeaf>(bins, _sums, _weights, features, 1, _lanes);
    }

    private FeatureCut FindLarge<TValue>(ReadOnlySpan<byte> records, int count, float weight, in TValue value, ReadOnlySpan<int> features)
        where TValue : struct, IRowValue
    {
        HistogramSearch.Fill(records, _layout, count, value, features, _histogram);
        int bins = ColumnBins.MostOf(_columns, features);
        if (!leaf.CountsRows)
            return HistogramSearch.Find<AnyLeaf>(_histogram, [], bins, weight, count, 1, features);
        _rowCounts.AsSpan().Clear();
        HistogramSearch.Count(records, _layout, count, features, _rowCounts);
        return HistogramSearch.Find<FullLeaf>(_histogram, _rowCounts, bins, weight, count, leaf.MinRows, features);
    }
}
