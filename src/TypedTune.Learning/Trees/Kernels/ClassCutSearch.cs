using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Finds the cut that gains most purity between classes, with the kernel that suits the node's size. Holds the buffers of one thread.</summary>
/// <typeparam name="TCodes">The width of codes.</typeparam>
internal sealed class ClassCutSearch<TCodes>(BinnedRows rows, int classes, LeafSize leaf)
    where TCodes : struct, ICodes
{
    private readonly RecordLayout _layout = rows.Layout;
    private readonly ColumnBins[] _columns = rows.Columns;
    private readonly int[] _places = new int[ClassPairSearch.MaxRows];
    private readonly Vector256<int>[] _rowLanes = new Vector256<int>[ClassPairSearch.MaxRows];
    private readonly float[] _weights = new float[ClassPairSearch.MaxRows];
    private readonly Vector256<int>[] _lanes = new Vector256<int>[ClassPairSearch.MaxRows];
    private readonly int[] _ends = new int[Math.Min(classes, ClassPairSearch.MaxRows)];
    private readonly Vector256<float>[] _sums = new Vector256<float>[2 * classes];
    private readonly int[] _rowCounts = leaf.CountsRows ? new int[HistogramSearch.MaxBins * LaneGather.Lanes] : [];
    private float[] _histogram = [];

    /// <summary>Finds the best cut; of equally good ones that of the feature drawn first, and of these the first bin.</summary>
    /// <typeparam name="TImpurity">What is measured.</typeparam>
    /// <param name="records">The node's records.</param>
    /// <param name="count">How many there are, at least 2.</param>
    /// <param name="ranges">Between which codes they are.</param>
    /// <param name="node">Its classes, at least 2.</param>
    /// <param name="features">The features drawn.</param>
    public FeatureCut Find<TImpurity>(ReadOnlySpan<byte> records, int count, NodeRanges ranges, ClassNode node, ReadOnlySpan<int> features)
        where TImpurity : struct, IClassImpurity => leaf.CountsRows
            ? Find<TImpurity, FullLeaf>(records, count, ranges, node, features)
            : Find<TImpurity, AnyLeaf>(records, count, ranges, node, features);

    /// <summary>Finds the best of given cuts; of equally good ones that of the feature drawn first.</summary>
    /// <typeparam name="TImpurity">What is measured.</typeparam>
    /// <param name="records">The node's records.</param>
    /// <param name="count">How many there are, at least 2.</param>
    /// <param name="node">Its classes, at least 2.</param>
    /// <param name="features">The features drawn.</param>
    /// <param name="codes">For each, the last code on the left.</param>
    public FeatureCut FindAmong<TImpurity>(ReadOnlySpan<byte> records, int count, ClassNode node, ReadOnlySpan<int> features, ReadOnlySpan<int> codes)
        where TImpurity : struct, IClassImpurity
    {
        float purity = (float)node.Purity<TImpurity>();
        var best = FeatureCut.None;
        for (int at = 0; at < features.Length; at += LaneGather.Lanes)
        {
            int length = Math.Min(LaneGather.Lanes, features.Length - at);
            var cut = FixedCutSearch.Find<TImpurity, TCodes>(
                records, _layout, count, node, purity, _sums.AsSpan(0, 2 * node.Count), features.Slice(at, length), codes.Slice(at, length), leaf.MinRows);
            if (cut.Score > best.Score)
                best = cut;
        }

        return best;
    }

    private FeatureCut Find<TImpurity, TRule>(ReadOnlySpan<byte> records, int count, NodeRanges ranges, ClassNode node, ReadOnlySpan<int> features)
        where TImpurity : struct, IClassImpurity
        where TRule : struct, ILeafRule
    {
        float purity = (float)node.Purity<TImpurity>();
        bool isSmall = count <= ClassPairSearch.MaxRows;
        if (isSmall)
            SortByClass(records, count, node);
        var best = FeatureCut.None;
        for (int at = 0; at < features.Length; at += LaneGather.Lanes)
        {
            var lanes = features.Slice(at, Math.Min(LaneGather.Lanes, features.Length - at));
            var cut = isSmall
                ? FindSmall<TImpurity, TRule>(records, count, node, purity, lanes)
                : FindLarge<TImpurity, TRule>(records, count, ranges, node, purity, lanes);
            if (cut.Score > best.Score)
                best = cut;
        }

        return best;
    }

    private FeatureCut FindSmall<TImpurity, TRule>(ReadOnlySpan<byte> records, int count, ClassNode node, float purity, ReadOnlySpan<int> features)
        where TImpurity : struct, IClassImpurity
        where TRule : struct, ILeafRule
    {
        TCodes.Gather(records, _layout, features, _rowLanes.AsSpan(0, count));
        for (int i = 0; i < count; i++)
            _lanes[_places[i]] = _rowLanes[i];
        return ClassPairSearch.Find<TImpurity, TRule>(_lanes.AsSpan(0, count), _weights, _ends.AsSpan(0, node.Count), node.Weights, purity, features, leaf.MinRows);
    }

    // A counting sort, whose counts become the places where each class ends.
    private void SortByClass(ReadOnlySpan<byte> records, int count, ClassNode node)
    {
        var ends = _ends.AsSpan(0, node.Count);
        ends.Clear();
        ref byte first = ref MemoryMarshal.GetReference(records);
        for (int i = 0; i < count; i++)
            ends[node.Numbers[_layout.Class(ref Unsafe.Add(ref first, i * _layout.Stride))]]++;
        for (int k = 1; k < ends.Length; k++)
            ends[k] += ends[k - 1];
        for (int i = count - 1; i >= 0; i--)
        {
            ref byte record = ref Unsafe.Add(ref first, i * _layout.Stride);
            int place = --ends[node.Numbers[_layout.Class(ref record)]];
            _places[i] = place;
            _weights[place] = _layout.Weight(ref record);
        }

        for (int k = 0; k < ends.Length; k++)
            ends[k] = k + 1 < ends.Length ? ends[k + 1] : count;
    }

    private FeatureCut FindLarge<TImpurity, TRule>(ReadOnlySpan<byte> records, int count, NodeRanges ranges, ClassNode node, float purity, ReadOnlySpan<int> features)
        where TImpurity : struct, IClassImpurity
        where TRule : struct, ILeafRule
    {
        var bins = LaneBins.Of<TCodes>(ranges, _columns, features, count, ClassHistogramSearch.MaxBins(node.Count));
        int length = ClassHistogramSearch.Length(bins.Count, node.Count);
        if (_histogram.Length < length)
            _histogram = new float[length];
        ClassHistogramSearch.Fill<TCodes>(records, _layout, count, node, features, bins, _histogram);
        if (leaf.CountsRows)
        {
            _rowCounts.AsSpan(0, bins.Count * LaneGather.Lanes).Clear();
            HistogramSearch.Count<TCodes>(records, _layout, count, features, bins, _rowCounts);
        }

        var cut = ClassHistogramSearch.Find<TImpurity, TRule>(_histogram, _rowCounts, bins.Count, node.Weights, _sums.AsSpan(0, node.Count), purity, count, leaf.MinRows, features);
        return bins.InCodes(cut, features);
    }
}
