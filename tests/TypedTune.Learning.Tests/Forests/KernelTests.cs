using System.Runtime.Intrinsics;
using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

/// <summary>Each vectorised path against its scalar reference, and the bins and draws that they rest on.</summary>
public sealed class KernelTests
{
    private static readonly Gen<(int Seed, int Rows, int Columns, int Levels, int MinRows)> Cases =
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[2, 300], Gen.Int[1, 70], Gen.Int[1, 400], Gen.Int[1, 6]);

    [Fact]
    public void VaryingColumns_EqualTheReference() => Cases.Sample((seed, rows, columns, levels, _) =>
    {
        var (records, layout) = Records(seed, rows, columns, levels > 3 ? 1 : levels);
        var words = new uint[VaryingColumns.Words(columns)];
        var expected = new uint[words.Length];
        Assert.Equal(VaryingColumns.FindScalar(records, layout, rows, expected), VaryingColumns.Find(records, layout, rows, words));
        Assert.Equal(expected, words);
    }, iter: 100);

    [Fact]
    public void PairSearch_EqualsTheReference() => Cases.Sample((seed, rows, columns, levels, minRows) =>
    {
        rows = 2 + rows % (PairSearch.MaxRows - 1);
        var (records, layout) = Records(seed, rows, columns, levels);
        var features = Features(seed, columns);
        var (bins, sums, weights) = (new ulong[rows], new float[rows], new float[rows]);
        LaneGather.Gather(records, layout, NodeSummary.Of(records, layout, rows).Scale, features, bins, sums, weights);
        var lanes = new Vector256<int>[PairSearch.LaneRows];
        Assert.Equal(PairSearch.FindScalar(bins, sums, weights, features, 1), PairSearch.Find<AnyLeaf>(bins, sums, weights, features, 1, lanes));
        Assert.Equal(PairSearch.FindScalar(bins, sums, weights, features, minRows), PairSearch.Find<FullLeaf>(bins, sums, weights, features, minRows, lanes));
    }, iter: 300);

    [Fact]
    public void LaneGather_TakesTheBinsOfEachFeature() => Cases.Sample((seed, rows, columns, levels, _) =>
    {
        var (records, layout) = Records(seed, rows, columns, levels);
        var features = Features(seed, columns);
        var (bins, sums, weights) = (new ulong[rows], new float[rows], new float[rows]);
        LaneGather.Gather(records, layout, new TargetScale(1, 2), features, bins, sums, weights);
        var (expectedBins, expectedSums, expectedWeights) = (new ulong[rows], new float[rows], new float[rows]);
        LaneGather.GatherScalar(records, layout, new TargetScale(1, 2), features, expectedBins, expectedSums, expectedWeights);
        Assert.Equal(expectedBins, bins);
        Assert.Equal(expectedSums, sums);
        Assert.Equal(expectedWeights, weights);
        for (int row = 0; row < rows; row++)
        {
            for (int lane = 0; lane < 8; lane++)
                Assert.Equal(records[row * layout.Stride + features[lane < features.Length ? lane : 0]], (byte)(bins[row] >> (8 * lane)));
        }
    }, iter: 50);

    [Fact]
    public void HistogramSearch_EqualsTheReference() => Cases.Sample((seed, rows, columns, levels, minRows) =>
    {
        var (records, layout) = Records(seed, rows, columns, levels);
        var features = Features(seed, columns);
        var summary = NodeSummary.Of(records, layout, rows);
        var (histogram, expected) = (new float[HistogramSearch.Length], new float[HistogramSearch.Length]);
        HistogramSearch.Fill(records, layout, rows, summary.Scale, features, histogram);
        HistogramSearch.FillScalar(records, layout, rows, summary.Scale, features, expected);
        Assert.Equal(expected, histogram);

        var counts = new int[ColumnBins.Max * LaneBest.Lanes];
        HistogramSearch.Count(records, layout, rows, features, counts);
        float weight = (float)summary.Weight;
        Assert.Equal(
            HistogramSearch.FindScalar(expected, [], 256, weight, rows, 1, features),
            HistogramSearch.Find<AnyLeaf>(histogram, [], 256, weight, rows, 1, features));
        Assert.All(histogram, cell => Assert.Equal(0, cell));
        Assert.Equal(
            HistogramSearch.FindScalar(expected, counts, 256, weight, rows, minRows, features),
            HistogramSearch.Find<FullLeaf>([.. expected], counts, 256, weight, rows, minRows, features));
    }, iter: 300);

    [Fact]
    public void Partition_EqualsTheReference() => Cases.Sample((seed, rows, columns, levels, _) =>
    {
        var (records, layout) = Records(seed, rows, columns, levels);
        var (to, expected) = (layout.Allocate(rows), layout.Allocate(rows));
        var cut = new FeatureCut(seed % columns, records[seed % columns], 1);
        int left = Partition.SplitScalar(records, expected, layout.Stride, rows, cut, out int right);
        Assert.Equal(left, Partition.Split(records, to, layout.Stride, rows, cut, out int other));
        Assert.Equal(expected, to);
        Assert.True(left == rows || right == other);
    }, iter: 100);

    [Fact]
    public void TreeTraversal_EqualsTheReference() => Cases.Sample((seed, rows, columns, levels, _) =>
    {
        var (features, target) = Samples.Draw(seed, rows, columns, levels > 256 ? 0 : levels);
        var tree = new DecisionTreeRegressor { MaxFeatures = MaxFeatures.Sqrt }.Fit(features, target).Tree;
        var values = Enumerable.Range(0, rows).SelectMany(r => Enumerable.Range(0, columns).Select(c => features[r, c] + 0.01)).ToArray();
        var (leaves, expected) = (new int[rows], new int[rows]);
        TreeTraversal.FindLeaves(tree.Nodes, values, columns, leaves);
        TreeTraversal.FindLeavesScalar(tree.Nodes, values, columns, expected);
        Assert.Equal(expected, leaves);
        Assert.All(leaves, leaf => Assert.True(tree.Nodes[leaf].IsLeaf));
    }, iter: 50);

    [Fact]
    public void Bins_KeepTheOrderOfValues() => Cases.Sample((seed, rows, _, levels, _) =>
    {
        rows *= 10;
        var stream = Seed.Of(seed).Stream();
        var column = Enumerable.Range(0, rows).Select(_ => levels > 200 ? stream.NextNormal() : Math.Pow(stream.NextBelow(levels), 2)).ToArray();
        var bins = ColumnBins.Of(column);
        var codes = new byte[rows];
        bins.Encode(column, codes, 1);

        Array.Sort(column, codes);
        int distinct = column.Distinct().Count();
        Assert.Equal(Math.Min(distinct, 256), distinct <= 256 ? bins.Count : 256);
        Assert.InRange(bins.Count, 1, 256);
        for (int i = 1; i < rows; i++)
        {
            Assert.True(codes[i] >= codes[i - 1]);
            Assert.True(codes[i] <= codes[i - 1] + 1);
            if (codes[i] == codes[i - 1])
                continue;
            double threshold = bins.Threshold(codes[i - 1], codes[i]);
            Assert.True(column[i - 1] <= threshold && threshold < column[i]);
        }

        Assert.Equal(bins.Count - 1, codes[^1]);
    }, iter: 100);

    [Fact]
    public void ColumnSort_SortsLikeAnySort() => Gen.Double.Where(double.IsFinite).Array[0, 3000].Sample(values =>
    {
        var expected = values.Order().ToArray();
        ColumnSort.Sort(values);
        Assert.Equal(expected, values);
    }, iter: 50);

    [Fact]
    public void FeatureDraw_EqualsTheReference() => Gen.Select(Gen.UInt[1, uint.MaxValue], Gen.Int[1, 32]).Sample((word, wanted) =>
    {
        int varying = System.Numerics.BitOperations.PopCount(word);
        var features = new int[Math.Min(wanted, varying)];
        var expected = new int[features.Length];
        var stream = Seed.Of(word).Stream();
        var again = stream;
        FeatureDraw.DrawFew(ref stream, word, varying, features);
        FeatureDraw.DrawFewScalar(ref again, word, varying, expected);
        Assert.Equal(expected, features);
        Assert.Equal(features.Length, features.Distinct().Count());
    }, iter: 1000);

    [Fact]
    public void FeatureDraw_DrawsEachVaryingFeatureAsOften()
    {
        uint[] words = [0b1011_0000, 0b10];
        var counts = new Dictionary<int, int>();
        for (int node = 0; node < 20_000; node++)
        {
            var features = new int[64];
            var stream = Seed.Of(node).Stream();
            var again = stream;
            int drawn = FeatureDraw.Draw(ref stream, words, 4, 2, features);
            Assert.Equal(2, drawn);
            Assert.NotEqual(features[0], features[1]);
            foreach (int feature in features.AsSpan(0, drawn))
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
            int first = features[0];
            Assert.Equal(first, FeatureDraw.DrawOne(ref again, words, 4));
        }

        Assert.Equal([4, 5, 7, 33], counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.InRange(count, 9_500, 10_500));
    }

    private static (byte[] Records, RecordLayout Layout) Records(int seed, int rows, int columns, int levels)
    {
        var (features, target) = Samples.Draw(seed, rows, columns, levels > 256 ? 0 : levels);
        var binned = BinnedRows.Of(features, target, FitContext.Default);
        var stream = Seed.Of(seed).Stream();
        var weights = Enumerable.Range(0, rows).Select(_ => 1f + stream.NextBelow(3)).ToArray();
        var records = binned.Layout.Allocate(rows);
        binned.CopyTo(weights, records);
        return (records, binned.Layout);
    }

    private static int[] Features(int seed, int columns)
    {
        var all = Enumerable.Range(0, columns).ToArray();
        var stream = Seed.Of(seed).Stream();
        stream.Shuffle<int>(all);
        return all[..Math.Min(columns, 1 + seed % 8)];
    }
}
