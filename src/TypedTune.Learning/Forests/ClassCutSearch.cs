using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Finds the cut that gains most purity between classes, with the kernel that suits the node's size. Holds the buffers of one thread.</summary>
internal sealed class ClassCutSearch(BinnedRows rows, int classes, LeafSize leaf)
{
    private readonly RecordLayout _layout = rows.Layout;
    private readonly ColumnBins[] _columns = rows.Columns;
    private readonly ulong[] _bins = new ulong[ClassPairSearch.MaxRows];
    private readonly float[] _rowWeights = new float[ClassPairSearch.MaxRows];
    private readonly float[] _weights = new float[ClassPairSearch.MaxRows];
    private readonly float[] _ignored = new float[ClassPairSearch.MaxRows];
    private readonly Vector256<int>[] _lanes = new Vector256<int>[ClassPairSearch.MaxRows];
    private readonly int[] _ends = new int[Math.Min(classes, ClassPairSearch.MaxRows)];
    private readonly Vector256<float>[] _sums = new Vector256<float>[classes];
    private readonly int[] _rowCounts = leaf.CountsRows ? new int[ColumnBins.Max * LaneBest.Lanes] : [];
    private float[] _histogram = [];

    /// <summary>Finds the best cut; of equally good ones that of the feature drawn first, and of these the first bin.</summary>
    /// <typeparam name="TImpurity">What is measured.</typeparam>
    /// <param name="records">The node's records.</param>
    /// <param name="count">How many there are, at least 2.</param>
    /// <param name="node">Its classes, at least 2.</param>
    /// <param name="features">The features drawn.</param>
    public FeatureCut Find<TImpurity>(ReadOnlySpan<byte> records, int count, ClassNode node, ReadOnlySpan<int> features)
        where TImpurity : struct, IClassImpurity => leaf.CountsRows
            ? Find<TImpurity, FullLeaf>(records, count, node, features)
            : Find<TImpurity, AnyLeaf>(records, count, node, features);

    private FeatureCut Find<TImpurity, TRule>(ReadOnlySpan<byte> records, int count, ClassNode node, ReadOnlySpan<int> features)
        where TImpurity : struct, IClassImpurity
        where TRule : struct, ILeafRule
    {
        float purity = (float)node.Purity<TImpurity>();
        var best = FeatureCut.None;
        for (int at = 0; at < features.Length; at += LaneBest.Lanes)
        {
            var lanes = features.Slice(at, Math.Min(LaneBest.Lanes, features.Length - at));
            var cut = count <= ClassPairSearch.MaxRows
                ? FindSmall<TImpurity, TRule>(records, count, node, purity, lanes)
                : FindLarge<TImpurity, TRule>(records, count, node, purity, lanes);
            if (cut.Score > best.Score)
                best = cut;
        }

        return best;
    }

    private FeatureCut FindSmall<TImpurity, TRule>(ReadOnlySpan<byte> records, int count, ClassNode node, float purity, ReadOnlySpan<int> features)
        where TImpurity : struct, IClassImpurity
        where TRule : struct, ILeafRule
    {
        LaneGather.Gather(records, _layout, default(TargetlessRow), features, _bins.AsSpan(0, count), _ignored, _rowWeights);
        var ends = _ends.AsSpan(0, node.Count);
        SortByClass(records, count, node, ends);
        return ClassPairSearch.Find<TImpurity, TRule>(_lanes.AsSpan(0, count), _weights, ends, node.Weights, purity, features, leaf.MinRows);
    }

    // A counting sort, whose counts become the places where each class ends.
    private void SortByClass(ReadOnlySpan<byte> records, int count, ClassNode node, Span<int> ends)
    {
        ends.Clear();
        for (int i = 0; i < count; i++)
            ends[NumberOf(records, i, node)]++;
        for (int k = 1; k < ends.Length; k++)
            ends[k] += ends[k - 1];
        for (int i = count - 1; i >= 0; i--)
        {
            int place = --ends[NumberOf(records, i, node)];
            _lanes[place] = PairSearch.Widen(_bins[i]);
            _weights[place] = _rowWeights[i];
        }

        for (int k = 0; k < ends.Length; k++)
            ends[k] = k + 1 < ends.Length ? ends[k + 1] : count;
    }

    private int NumberOf(ReadOnlySpan<byte> records, int row, ClassNode node) =>
        node.Numbers[_layout.Class(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(records[(row * _layout.Stride)..]))];

    private FeatureCut FindLarge<TImpurity, TRule>(ReadOnlySpan<byte> records, int count, ClassNode node, float purity, ReadOnlySpan<int> features)
        where TImpurity : struct, IClassImpurity
        where TRule : struct, ILeafRule
    {
        if (_histogram.Length < ClassHistogramSearch.Length(node.Count))
            _histogram = new float[ClassHistogramSearch.Length(node.Count)];
        ClassHistogramSearch.Fill(records, _layout, count, node, features, _histogram);
        if (leaf.CountsRows)
        {
            _rowCounts.AsSpan().Clear();
            HistogramSearch.Count(records, _layout, count, features, _rowCounts);
        }

        return ClassHistogramSearch.Find<TImpurity, TRule>(_histogram, _rowCounts, ColumnBins.MostOf(_columns, features), node.Weights, _sums.AsSpan(0, node.Count), purity, count, leaf.MinRows, features);
    }
}
