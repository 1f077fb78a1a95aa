using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Finds the best cut of a node among the features drawn, with the kernel that suits its size. One a thread.</summary>
internal sealed class SplitSearch(BinnedRows rows, int minRowsInLeaf)
{
    private readonly RecordLayout _layout = rows.Layout;
    private readonly ColumnBins[] _columns = rows.Columns;

    // Fields, since memory on the stack would be cleared at each node.
    private readonly ulong[] _bins = new ulong[PairSearch.MaxRows];
    private readonly float[] _sums = new float[PairSearch.MaxRows];
    private readonly float[] _weights = new float[PairSearch.MaxRows];
    private readonly Vector256<int>[] _lanes = new Vector256<int>[PairSearch.LaneRows];
    private readonly float[] _histogram = new float[HistogramSearch.Length];
    private readonly int[] _rowCounts = minRowsInLeaf > 1 ? new int[ColumnBins.Max * LaneBest.Lanes] : [];

    /// <summary>Finds the best cut; of equally good ones that of the feature drawn first, and of these the first bin.</summary>
    /// <param name="records">The node's records.</param>
    /// <param name="count">How many there are, at least 2.</param>
    /// <param name="summary">Their summary; the targets differ.</param>
    /// <param name="features">The features drawn.</param>
    /// <returns>The cut; its score is negative if none is legal.</returns>
    public FeatureCut Find(ReadOnlySpan<byte> records, int count, in NodeSummary summary, ReadOnlySpan<int> features)
    {
        var scale = summary.Scale;
        var best = FeatureCut.None;
        for (int at = 0; at < features.Length; at += LaneBest.Lanes)
        {
            var lanes = features.Slice(at, Math.Min(LaneBest.Lanes, features.Length - at));
            var cut = count <= PairSearch.MaxRows ? FindSmall(records, count, scale, lanes) : FindLarge(records, count, summary, scale, lanes);
            if (cut.Score > best.Score)
                best = cut;
        }

        return best;
    }

    private FeatureCut FindSmall(ReadOnlySpan<byte> records, int count, in TargetScale scale, ReadOnlySpan<int> features)
    {
        var bins = _bins.AsSpan(0, count);
        LaneGather.Gather(records, _layout, scale, features, bins, _sums, _weights);
        return minRowsInLeaf > 1
            ? PairSearch.Find<FullLeaf>(bins, _sums, _weights, features, minRowsInLeaf, _lanes)
            : PairSearch.Find<AnyLeaf>(bins, _sums, _weights, features, 1, _lanes);
    }

    private FeatureCut FindLarge(ReadOnlySpan<byte> records, int count, in NodeSummary summary, in TargetScale scale, ReadOnlySpan<int> features)
    {
        int bins = 0;
        foreach (int feature in features)
            bins = Math.Max(bins, _columns[feature].Count);
        HistogramSearch.Fill(records, _layout, count, scale, features, _histogram);
        if (minRowsInLeaf <= 1)
            return HistogramSearch.Find<AnyLeaf>(_histogram, [], bins, (float)summary.Weight, count, 1, features);
        _rowCounts.AsSpan().Clear();
        HistogramSearch.Count(records, _layout, count, features, _rowCounts);
        return HistogramSearch.Find<FullLeaf>(_histogram, _rowCounts, bins, (float)summary.Weight, count, minRowsInLeaf, features);
    }
}
