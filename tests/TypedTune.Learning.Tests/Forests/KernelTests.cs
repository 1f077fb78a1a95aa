using System.Runtime.Intrinsics;
using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

/// <summary>Each vectorised path against its scalar reference, and the bins and draws that they rest on.</summary>
public sealed class KernelTests
{
    private static readonly Gen<(int Seed, int Rows, int Columns, int Levels, int MinRows)> Cases =
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[2, 300], Gen.Int[1, 70], Gen.Int[1, 400], Gen.Int[1, 6]);

    private static readonly double[] AnyMagnitude =
        [0, -0.0, 0.1, -0.1, 3, -3, 123_456.789, 1e39, -1e39, 1e-39, -1e-39, 1e300, -1e300, 1e-300, -1e-300, double.PositiveInfinity, double.NegativeInfinity];

    [Fact]
    public void VaryingColumns_EqualTheReference() => Cases.Sample((seed, rows, columns, levels, _) =>
    {
        var (records, layout) = Records(seed, rows, columns, levels > 3 ? 1 : levels, areWide: false);
        var (ranges, expected) = (new NodeRanges(columns), new uint[VaryingColumns.Words(columns)]);
        ByteCodes.Find(records, layout, rows, ranges);
        Assert.Equal(VaryingColumns.FindScalar(records, layout, rows, expected), ranges.VaryingCount);
        Assert.Equal(expected, ranges.Varying);
    }, iter: 100);

    [Fact]
    public void NodesReadInOnePass_EqualTheReferences() => Cases.Sample((seed, rows, columns, levels, _) =>
    {
        var (records, layout) = Records(seed, rows, columns, levels > 3 ? 1 : levels, areWide: false);
        var (ranges, expected) = (new NodeRanges(columns), new uint[VaryingColumns.Words(columns)]);
        Assert.Equal(NodeSummary.Of(records, layout, rows), NodeSummary.Of(records, layout, rows, ranges));
        Assert.Equal(VaryingColumns.FindScalar(records, layout, rows, expected), ranges.VaryingCount);
        Assert.Equal(expected, ranges.Varying);
    }, iter: 100);

    [Fact]
    public void SmallNodes_AreReadLikeOneByOne() => Cases.Sample((seed, rows, columns, levels, _) =>
    {
        columns = 1 + columns % SmallNodeKernels.MostColumns;
        var (records, layout) = Records(seed, rows, columns, levels > 3 ? 1 : levels, areWide: false);
        int first = rows / 3;
        PendingNode[] nodes = [new(first, rows - first, 5, 1, 0, default), new(0, first + 1, 2, 2, 0, default)];
        var (summaries, varying) = (new NodeSummary[2], new ulong[2]);
        SmallNodeKernels.Read(nodes, [1, 0], records, records, layout, summaries, varying);
        for (int i = 0; i < nodes.Length; i++)
        {
            var expected = new uint[VaryingColumns.Words(columns)];
            var ofNode = records.AsSpan(nodes[i].Start * layout.Stride);
            VaryingColumns.FindScalar(ofNode, layout, nodes[i].Count, expected);
            Assert.Equal(NodeSummary.Of(ofNode, layout, nodes[i].Count), summaries[i]);
            Assert.Equal(expected[0] | (expected.Length > 1 ? (ulong)expected[1] << 32 : 0), varying[i]);
        }
    }, iter: 100);

    [Fact]
    public void Pairs_AreReadLikeOtherNodes() => Cases.Sample((seed, _, columns, levels, _) =>
    {
        columns = 1 + columns % SmallNodeKernels.MostColumns;
        var (records, layout) = Records(seed, 2, columns, levels, areWide: false);
        var expected = new uint[VaryingColumns.Words(columns)];
        VaryingColumns.FindScalar(records, layout, 2, expected);
        Assert.Equal(NodeSummary.Of(records, layout, 2), NodeSummary.Of(ref records[0], ref records[layout.Stride], layout));
        Assert.Equal(expected[0] | (expected.Length > 1 ? (ulong)expected[1] << 32 : 0), SmallNodeKernels.Varying(ref records[0], ref records[layout.Stride], layout));
    }, iter: 100);

    [Fact]
    public void SmallNodes_AreGatheredLikeOneByOne() => Cases.Sample((seed, rows, columns, levels, _) =>
    {
        columns = 1 + columns % SmallNodeKernels.MostColumns;
        var (records, layout) = Records(seed, rows, columns, levels, areWide: false);
        var features = Features(seed, columns);
        var scale = NodeSummary.Of(records, layout, rows).Scale;
        var (lanes, sums, weights) = (new Vector256<int>[rows], new float[rows], new float[rows]);
        var (expectedLanes, expectedSums, expectedWeights) = (new Vector256<int>[rows], new float[rows], new float[rows]);
        SmallNodeKernels.Gather(records, layout, scale, features, sums, weights, lanes);
        LaneGather.Gather<ByteCodes>(records, layout, features, expectedLanes);
        LaneGather.Gather(records, layout, scale, expectedSums, expectedWeights);
        Assert.Equal(expectedLanes, lanes);
        Assert.Equal(expectedSums, sums);
        Assert.Equal(expectedWeights, weights);
    }, iter: 100);

    [Fact]
    public void WideRanges_EqualTheReference() => Cases.Sample((seed, rows, columns, levels, _) =>
    {
        var (records, layout) = Records(seed, rows, columns, levels > 100 ? 1 : levels, areWide: true);
        var (ranges, expected) = (new NodeRanges(columns), new NodeRanges(columns));
        WideRanges.Find(records, layout, rows, ranges);
        Assert.Equal(WideRanges.FindScalar(records, layout, rows, expected), ranges.VaryingCount);
        Assert.Equal(expected.Varying, ranges.Varying);
        Assert.Equal(expected.Lows[..columns], ranges.Lows[..columns]);
        Assert.Equal(expected.Highs[..columns], ranges.Highs[..columns]);
    }, iter: 100);

    [Fact]
    public void PairSearch_EqualsTheReference() => Cases.Sample((seed, rows, columns, levels, minRows) =>
    {
        rows = 2 + rows % (PairSearch.MaxRows - 1);
        var (records, layout) = Records(seed, rows, columns, levels, areWide: false);
        var features = Features(seed, columns);
        var (lanes, sums, weights) = (new Vector256<int>[PairSearch.LaneRows], new float[rows], new float[rows]);
        ByteCodes.Gather(records, layout, features, lanes.AsSpan(0, rows));
        var node = NodeSummary.Of(records, layout, rows);
        LaneGather.Gather(records, layout, node.Scale, sums, weights);
        float weight = (float)node.Weight;
        Assert.Equal(PairSearch.FindScalar(lanes, sums, weights, weight, features, 1), PairSearch.Find<ByteCodes, AnyLeaf>(lanes, sums, weights, weight, features, 1));
        Assert.Equal(PairSearch.FindScalar(lanes, sums, weights, weight, features, 1), PairSearch.FindEight<AnyLeaf>(lanes, sums, weights, weight, features, 1));
        Assert.Equal(PairSearch.FindScalar(lanes, sums, weights, weight, features, minRows), PairSearch.Find<ByteCodes, FullLeaf>(lanes, sums, weights, weight, features, minRows));
        Assert.Equal(PairSearch.FindScalar(lanes, sums, weights, weight, features, minRows), PairSearch.FindEight<FullLeaf>(lanes, sums, weights, weight, features, minRows));

        // As far apart as codes of two bytes are, and of four.
        Vector256<int>[] wide = [.. lanes.Select(codes => codes * 257)], exact = [.. lanes.Select(codes => codes * (int.MaxValue / 256))];
        Assert.Equal(PairSearch.FindScalar(wide, sums, weights, weight, features, 1), PairSearch.Find<WideCodes, AnyLeaf>(wide, sums, weights, weight, features, 1));
        Assert.Equal(PairSearch.FindScalar(exact, sums, weights, weight, features, 1), PairSearch.Find<ExactCodes, AnyLeaf>(exact, sums, weights, weight, features, 1));
        Assert.Equal(PairSearch.FindScalar(exact, sums, weights, weight, features, minRows), PairSearch.Find<ExactCodes, FullLeaf>(exact, sums, weights, weight, features, minRows));
    }, iter: 300);

    [Fact]
    public void ByteCodes_AreGatheredLikeOneByOne() => Cases.Sample((seed, rows, columns, levels, _) =>
    {
        var (records, layout) = Records(seed, rows, columns, levels, areWide: false);
        var features = Features(seed, columns);
        var (lanes, expected) = (new Vector256<int>[rows], new Vector256<int>[rows]);
        ByteCodes.Gather(records, layout, features, lanes);
        LaneGather.Gather<ByteCodes>(records, layout, features, expected);
        Assert.Equal(expected, lanes);
        for (int row = 0; row < rows; row++)
        {
            for (int lane = 0; lane < 8; lane++)
                Assert.Equal(records[row * layout.Stride + features[Held(lane)]], lanes[row][lane]);
        }

        // Up to four features are held twice.
        int Held(int lane) => (features.Length <= 4 ? lane % 4 : lane) is var own && own < features.Length ? own : 0;
    }, iter: 50);

    [Fact]
    public void HistogramSearch_OfByteCodes_EqualsTheReference() => Cases.Sample(FindsWhatTheReferenceFinds<ByteCodes>, iter: 300);

    [Fact]
    public void HistogramSearch_OfWideCodes_EqualsTheReference() => Cases.Sample(FindsWhatTheReferenceFinds<WideCodes>, iter: 300);

    [Fact]
    public void LaneBins_KeepTheOrderOfCodesAndStayBelowTheirNumber() => Cases.Sample((seed, rows, columns, levels, _) =>
    {
        var (records, layout) = Records(seed, rows, columns, levels, areWide: true);
        var features = Features(seed, columns);
        var ranges = new NodeRanges(columns);
        WideRanges.Find(records, layout, rows, ranges);
        var bins = LaneBins.Of<WideCodes>(ranges, [], features, 1 + rows / 40, 256);
        Assert.InRange(bins.Count, 1, ColumnBins.Max);
        for (int lane = 0; lane < features.Length; lane++)
        {
            for (int row = 0; row < rows; row++)
            {
                int code = WideCodes.Load(ref records[row * layout.Stride], features[lane]);
                int bin = bins.Bin(code, lane);
                Assert.InRange(bin, 0, bins.Count - 1);
                Assert.True(code <= bins.InCodes(new FeatureCut(features[lane], bin, 1), features).Code);
                Assert.True(bin == 0 || code > bins.InCodes(new FeatureCut(features[lane], bin - 1, 1), features).Code);
            }
        }
    }, iter: 100);

    [Fact]
    public void Partition_OfByteCodes_EqualsTheReference() => Cases.Sample(PartsLikeTheReference<ByteCodes>, iter: 100);

    [Fact]
    public void Partition_OfWideCodes_EqualsTheReference() => Cases.Sample(PartsLikeTheReference<WideCodes>, iter: 100);

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
    public void TreeTraversal_ByWords_EqualsTheReference() => Cases.Sample((seed, rows, columns, levels, _) =>
    {
        var (features, target) = Samples.Draw(seed, rows, columns, levels > 256 ? 0 : levels);
        var tree = new DecisionTreeRegressor { MaxFeatures = MaxFeatures.Sqrt }.Fit(features, target).Tree;

        // Of the numbers that have the same code, thresholds themselves and their neighbours are the ones to get wrong.
        double[] thresholds = [.. tree.Nodes.Where(node => !node.IsLeaf).Select(node => node.Value), 0, -0.0, 1e300, -1e300, 1e-300];
        var stream = Seed.Of(seed).Stream();
        var values = new double[rows * columns];
        foreach (ref double value in values.AsSpan())
            value = Samples.Near(ref stream, thresholds);

        using var block = RowBlocks.Of(FeatureMatrix.FromColumnMajor(values, rows, features.Names), 100, 0, rows);
        var words = new ulong[tree.NodeCount];
        PackedTree.Make(tree.Nodes, words);
        var (leaves, expected) = (new int[rows], new int[rows]);
        int found = PackedTree.FindLeaves(words, tree.Nodes, block, leaves);
        TreeTraversal.FindLeavesScalar(tree.Nodes, block.Values, columns, expected);
        Assert.Equal(rows - rows % 8, found);
        Assert.Equal(expected[..found], leaves[..found]);
        TreeTraversal.FindLeaves(tree, block, leaves);
        Assert.Equal(expected, leaves);
    }, iter: 50);

    [Fact]
    public void NodeWords_EqualTheReference() => Cases.Sample((seed, count, columns, _, _) =>
    {
        var stream = Seed.Of(seed).Stream();
        var nodes = new TreeNode[count];
        for (int i = 0; i < count; i++)
        {
            double value = Samples.Near(ref stream, AnyMagnitude);
            nodes[i] = stream.NextBelow(2) == 0 ? TreeNode.Leaf(value, i) : TreeNode.NumberSplit(stream.NextBelow(256), value, stream.NextBelow(1 << 24), stream.NextBelow(2) == 0);
        }

        var (words, expected) = (new ulong[count], new ulong[count]);
        PackedTree.Make(nodes, words);
        PackedTree.MakeScalar(nodes, expected);
        Assert.Equal(expected, words);
    }, iter: 50);

    [Fact]
    public void ValueCodes_AreInTheOrderOfValues() => Cases.Sample((seed, _, _, _, _) =>
    {
        var stream = Seed.Of(seed).Stream();
        double value = Samples.Near(ref stream, AnyMagnitude);
        double threshold = stream.NextBelow(2) == 0 ? Samples.Near(ref stream, [value]) : Samples.Near(ref stream, AnyMagnitude);
        var code = new uint[1];
        ValueCodes.Encode([value], code);
        Assert.True(code[0] <= ValueCodes.OfThreshold(threshold) || value > threshold);
        Assert.True(code[0] >= ValueCodes.OfThreshold(threshold) || value <= threshold);
    }, iter: 1000);

    [Fact]
    public void ValueCodes_OfNumbersInSinglePrecision_AreDecided()
    {
        var codes = new uint[5];
        ValueCodes.Encode([0.5, -0.0, 0, Math.BitIncrement(0.5), -3], codes);
        Assert.True(codes[0] < ValueCodes.OfThreshold(0.5));
        Assert.True(codes[1] < ValueCodes.OfThreshold(0));
        Assert.True(codes[2] < ValueCodes.OfThreshold(-0.0));
        Assert.True(codes[3] > ValueCodes.OfThreshold(0.5));
        Assert.True(codes[4] < ValueCodes.OfThreshold(-3));
    }

    [Fact]
    public void RowBlock_HoldsCodes_ForSeveralTrees()
    {
        var (features, _) = Samples.Draw(1, 21, 3);
        using var block = RowBlocks.Of(features, 100, 2, 19);
        var codes = new uint[19 * 3];
        ValueCodes.Encode(block.Values, codes);
        Assert.Equal(codes, block.Codes);
        using var ofOneTree = RowBlocks.Of(features, 1, 2, 19);
        Assert.True(ofOneTree.Codes.IsEmpty);
    }

    [Fact]
    public void Bins_KeepTheOrderOfValues() => Cases.Sample((seed, rows, _, levels, _) =>
    {
        rows *= 10;
        var stream = Seed.Of(seed).Stream();
        var column = Enumerable.Range(0, rows).Select(_ => levels > 200 ? stream.NextNormal() : Math.Pow(stream.NextBelow(levels), 2)).ToArray();
        var bins = ColumnBins.Of(column);
        var codes = new byte[rows];
        bins.Encode<ByteCodes>(column, codes, 1);

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

    /// <summary>One number far away leaves too few digits to tell the others apart by.</summary>
    [Fact]
    public void ColumnSort_OfNumbersThatAgreeInTheirFirstDigits_SortsLikeAnySort() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 5_000]).Sample((seed, levels) =>
    {
        var stream = Seed.Of(seed).Stream();
        var values = new double[2000];
        foreach (ref double value in values.AsSpan())
            value = 1 + Math.ScaleB(stream.NextBelow(levels), -50);
        values[stream.NextBelow(values.Length)] = -1e300;
        values[stream.NextBelow(values.Length)] = double.MaxValue;
        var expected = values.Order().ToArray();
        ColumnSort.Sort(values);
        Assert.Equal(expected, values);
    }, iter: 30);

    [Fact]
    public void Features_AreFoundLikeByTheReference() => Gen.Select(Gen.ULong[1, ulong.MaxValue], Gen.Int[1, 64]).Sample((word, wanted) =>
    {
        uint few = (uint)word | 1;
        AssertSame(few, features => FeatureDraw.FindFew(few, features));
        AssertSame(few, features => FeatureDraw.FindSome(few, features));
        AssertSame(word, features => FeatureDraw.FindSome(word, features));

        void AssertSame(ulong bits, Action<int[]> find)
        {
            var stream = Seed.Of(wanted).Stream();
            var features = new int[Math.Min(wanted, System.Numerics.BitOperations.PopCount(bits))];
            FeatureDraw.DrawRanks(ref stream, System.Numerics.BitOperations.PopCount(bits), features);
            int[] expected = [.. features];
            find(features);
            FeatureDraw.FindScalar(bits, expected);
            Assert.Equal(expected, features);
            Assert.Equal(features.Length, features.Distinct().Count());
            Assert.All(features, feature => Assert.Equal(1u, bits >> feature & 1));
        }
    }, iter: 1000);

    [Fact]
    public void FeaturesDrawnWithDeposits_AreThoseOfTheReference() => Gen.Select(Gen.ULong[1, ulong.MaxValue], Gen.Int[1, 64], Gen.Int[1, 64], Gen.Int[0, 1_000_000]).Sample((word, columns, wanted, seed) =>
    {
        if (!System.Runtime.Intrinsics.X86.Bmi2.X64.IsSupported)
            return;
        word = Math.Max(1, word >> (64 - columns));
        wanted = Math.Min(wanted, columns);
        int varying = System.Numerics.BitOperations.PopCount(word);
        var (features, expected) = (new int[wanted], new int[wanted]);
        var stream = Seed.Of(seed).Stream();
        var same = stream;
        int drawn = FeatureDraw.DrawDeposited(ref stream, word, columns, varying, features);
        Assert.Equal(FeatureDraw.DrawVarying(ref same, columns, varying, expected), drawn);
        FeatureDraw.FindScalar(word, expected.AsSpan(0, drawn));
        Assert.Equal(expected[..drawn], features[..drawn]);
        Assert.Equal(same.NextUInt64(), stream.NextUInt64());
    }, iter: 5000);

    [Fact]
    public void FeaturesDrawn_AreSomeThatVaryAndAtMostAsManyAsWanted() => Gen.Select(Gen.UInt.Array[1, 4], Gen.Int[0, 31], Gen.Int[1, 128], Gen.Int[0, 1_000_000]).Sample((words, unused, wanted, seed) =>
    {
        int columns = 32 * words.Length - unused;
        words[^1] = words[^1] << unused >> unused;
        words[0] |= 1;
        int[] varying = [.. Enumerable.Range(0, columns).Where(column => (words[column / 32] >> column % 32 & 1) != 0)];
        wanted = Math.Min(wanted, columns);
        var features = new int[columns];
        var stream = Seed.Of(seed).Stream();
        int drawn = FeatureDraw.Draw(ref stream, words, columns, varying.Length, wanted, features);
        Assert.InRange(drawn, Math.Max(1, wanted - (columns - varying.Length)), Math.Min(wanted, varying.Length));
        Assert.Equal(drawn, features.Take(drawn).Distinct().Count());
        Assert.Subset(varying.ToHashSet(), features.Take(drawn).ToHashSet());
    }, iter: 1000);

    [Fact]
    public void OneFeature_IsDrawnByItsRank() => Gen.Select(Gen.ULong[1, ulong.MaxValue], Gen.Int[0, 1_000_000]).Sample((word, seed) =>
    {
        int[] set = [.. Enumerable.Range(0, 64).Where(bit => (word >> bit & 1) != 0)];
        var stream = Seed.Of(seed).Stream();
        var (ofWords, ofWord) = (stream, stream);
        int expected = set[stream.NextBelow(set.Length)];
        Assert.Equal(expected, FeatureDraw.DrawOne(ref ofWord, word));
        Assert.Equal(expected, FeatureDraw.DrawOne(ref ofWords, [(uint)word, (uint)(word >> 32)], set.Length));
        ofWords = Seed.Of(seed).Stream();
        Assert.Equal(expected, FeatureDraw.DrawOne(ref ofWords, [(uint)word, (uint)(word >> 32), 0], set.Length));
    }, iter: 200);

    [Fact]
    public void FeatureDraw_DrawsEveryOrderAsOften()
    {
        var stream = Seed.Of(1).Stream();
        var counts = new Dictionary<(int, int, int), int>();
        for (int draw = 0; draw < 60_000; draw++)
        {
            var features = new int[9];
            Assert.Equal(4, FeatureDraw.Draw(ref stream, 0b1_0110_0100, 9, 4, features));
            counts[(features[0], features[1], features[2])] = counts.GetValueOrDefault((features[0], features[1], features[2])) + 1;
        }

        // 2,500 each; five standard deviations.
        Assert.Equal(24, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 2_250, 2_750));
    }

    /// <summary>The definition, scikit-learn's: features are drawn one by one from all, until as many are as wanted and one of them varies.</summary>
    [Theory]
    [InlineData(6, 2)]
    [InlineData(6, 4)]
    [InlineData(6, 6)]
    [InlineData(64, 30)]
    [InlineData(70, 30)]
    public void FeatureDraw_CountsConstantFeaturesAsDrawn(int columns, int wanted)
    {
        int varying = columns / 2;
        var words = new uint[VaryingColumns.Words(columns)];
        for (int column = 0; column < columns; column += 2)
            words[column / 32] |= 1u << column % 32;
        const int Nodes = 40_000;
        var (counts, expected, firsts) = (new int[columns + 1], new int[columns + 1], new int[columns]);
        for (int node = 0; node < Nodes; node++)
        {
            var features = new int[columns];
            var stream = Seed.Of(node).Stream();
            counts[FeatureDraw.Draw(ref stream, words, columns, varying, wanted, features)]++;
            firsts[features[0]]++;
            var all = Enumerable.Range(0, columns).ToArray();
            stream.Shuffle<int>(all);
            expected[Math.Max(1, all.Take(wanted).Count(feature => feature % 2 == 0))]++;
        }

        // Five standard deviations of a difference and of a count.
        for (int drawn = 0; drawn <= columns; drawn++)
            Assert.True(Math.Abs(counts[drawn] - expected[drawn]) <= 5 * Math.Sqrt(counts[drawn] + expected[drawn]), $"{drawn} features were drawn {counts[drawn]} times, not {expected[drawn]}.");
        double each = (double)Nodes / varying;
        Assert.All(firsts.Where((_, feature) => feature % 2 == 0), count => Assert.InRange(count, each - 5 * Math.Sqrt(each), each + 5 * Math.Sqrt(each)));
    }

    [Fact]
    public void FeatureDraw_KeepsRanksBelowWhatIsLeft() => Gen.Select(Gen.Int[1, 64], Gen.Int[0, 1_000_000]).Sample((varying, seed) =>
    {
        var stream = Seed.Of(seed).Stream();
        var ranks = new int[varying];
        FeatureDraw.DrawRanks(ref stream, varying, ranks);
        for (int i = 0; i < varying; i++)
            Assert.InRange(ranks[i], 0, varying - i - 1);
    }, iter: 1000);

    private static void FindsWhatTheReferenceFinds<TCodes>((int Seed, int Rows, int Columns, int Levels, int MinRows) c)
        where TCodes : struct, ICodes
    {
        var (records, layout) = Records(c.Seed, c.Rows, c.Columns, c.Levels, TCodes.AreWide);
        var features = Features(c.Seed, c.Columns);
        var summary = NodeSummary.Of(records, layout, c.Rows);
        var ranges = new NodeRanges(c.Columns);
        TCodes.Find(records, layout, c.Rows, ranges);
        var columns = Enumerable.Repeat(ColumnBins.Of([.. Enumerable.Range(0, 256).Select(value => (double)value)]), c.Columns).ToArray();
        var bins = LaneBins.Of<TCodes>(ranges, columns, features, c.Rows, 512);
        var (histogram, expected) = (new float[HistogramSearch.Length(512)], new float[HistogramSearch.Length(512)]);
        HistogramSearch.Fill<TCodes, TargetScale>(records, layout, c.Rows, summary.Scale, features, bins, histogram);
        HistogramSearch.FillScalar<TCodes, TargetScale>(records, layout, c.Rows, summary.Scale, features, bins, expected);
        Assert.Equal(expected, histogram);

        var counts = new int[512 * LaneGather.Lanes];
        HistogramSearch.Count<TCodes>(records, layout, c.Rows, features, bins, counts);
        float weight = (float)summary.Weight;
        var best = HistogramSearch.FindScalar(expected, [], 512, weight, c.Rows, 1, features);
        Assert.Equal(best, HistogramSearch.Find<AnyLeaf>(histogram, [], bins.Count, weight, c.Rows, 1, features));
        Assert.All(histogram, cell => Assert.Equal(0, cell));
        Assert.Equal(best, HistogramSearch.FindEight<AnyLeaf>([.. expected], [], bins.Count, weight, c.Rows, 1, features));
        var full = HistogramSearch.FindScalar(expected, counts, 512, weight, c.Rows, c.MinRows, features);
        Assert.Equal(full, HistogramSearch.Find<FullLeaf>([.. expected], counts.AsSpan(0, bins.Count * LaneGather.Lanes), bins.Count, weight, c.Rows, c.MinRows, features));
        Assert.Equal(full, HistogramSearch.FindEight<FullLeaf>([.. expected], counts, bins.Count, weight, c.Rows, c.MinRows, features));
        if (features.Length > LaneGather.Four)
            return;
        HistogramSearch.FillFour<TCodes, TargetScale>(records, layout, c.Rows, summary.Scale, features, bins, histogram);
        Assert.Equal(best, HistogramSearch.FindTwoBins([.. histogram], bins.Count, weight, features));
        Assert.Equal(best, HistogramSearch.FindFour(histogram, bins.Count, weight, features));
        Assert.All(histogram, cell => Assert.Equal(0, cell));
    }

    private static void PartsLikeTheReference<TCodes>((int Seed, int Rows, int Columns, int Levels, int MinRows) c)
        where TCodes : struct, ICodes
    {
        var (records, layout) = Records(c.Seed, c.Rows, c.Columns, c.Levels, TCodes.AreWide);
        var (to, expected) = (layout.Allocate(c.Rows), layout.Allocate(c.Rows));
        int feature = c.Seed % c.Columns;
        var cut = new FeatureCut(feature, TCodes.Load(ref records[0], feature), 1);
        int left = Partition.SplitScalar<TCodes>(records, expected, layout.Stride, c.Rows, cut, out int largest, out int right);
        Assert.Equal(left, Partition.Split<TCodes>(records, to, layout.Stride, c.Rows, cut, out int otherLargest, out int otherRight));
        Assert.Equal(expected, to);
        Assert.Equal((largest, right), (otherLargest, otherRight));
        Assert.Equal(cut.Code, largest);
    }

    private static (byte[] Records, RecordLayout Layout) Records(int seed, int rows, int columns, int levels, bool areWide)
    {
        var (features, target) = Samples.Draw(seed, rows, columns, levels > 256 ? 0 : levels);
        var binned = BinnedRows.Of(features, target, new Binning(areWide ? SplitBins.PerNode : SplitBins.PerColumn), FitContext.Default);
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
