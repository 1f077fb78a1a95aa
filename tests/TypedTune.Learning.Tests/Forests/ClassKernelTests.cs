using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

/// <summary>The searches between classes, against plain sums in double precision.</summary>
public sealed class ClassKernelTests
{
    private static readonly Gen<(int Seed, int Rows, int Columns, int Levels, int Classes, int MinRows)> Cases =
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[2, 300], Gen.Int[1, 40], Gen.Int[2, 400], Gen.Int[3, 12], Gen.Int[1, 6]);

    [Fact]
    public void GiniCut_GainsWhatTheBestOfAllCutsGains() => Cases.Sample(FindsABestCut<GiniImpurity, ByteCodes>, iter: 60);

    [Fact]
    public void EntropyCut_GainsWhatTheBestOfAllCutsGains() => Cases.Sample(FindsABestCut<EntropyImpurity, WideCodes>, iter: 60);

    [Fact]
    public void GiniOfTwoClasses_IsSearchedAsASquaredError() => Cases.Sample((seed, rows, columns, levels, _, minRows) =>
    {
        var (records, binned) = Records(seed, rows, columns, levels, classes: 2, areWide: false);
        var node = new ClassNode(2);
        node.Read(records, binned.Layout, rows);
        if (node.Count < 2)
            return;
        var features = Features(columns);
        var ranges = new NodeRanges(columns);
        var leaf = new LeafSize(minRows, AreWeightsWhole: true);
        var share = new ClassShare(node.Present[0], (float)(node.WeightOf(node.Present[0]) / node.Weight));

        var cut = new CutSearch<ByteCodes>(binned, leaf).Find(records, rows, ranges, node.Weight, share, features);
        var expected = new ClassCutSearch<ByteCodes>(binned, 2, leaf).Find<GiniImpurity>(records, rows, ranges, node, features);

        Assert.Equal(expected.Score, cut.Score < 0 ? -1 : cut.Score * 2 * node.Weight, 1e-3 * node.Weight);
    }, iter: 60);

    private static void FindsABestCut<TImpurity, TCodes>((int Seed, int Rows, int Columns, int Levels, int Classes, int MinRows) c)
        where TImpurity : struct, IClassImpurity
        where TCodes : struct, ICodes
    {
        var (records, binned) = Records(c.Seed, c.Rows, c.Columns, c.Levels, c.Classes, TCodes.AreWide);
        var node = new ClassNode(c.Classes);
        node.Read(records, binned.Layout, c.Rows);
        var features = Features(c.Columns);
        var ranges = new NodeRanges(c.Columns);
        TCodes.Find(records, binned.Layout, c.Rows, ranges);

        var cut = new ClassCutSearch<TCodes>(binned, c.Classes, new LeafSize(c.MinRows, AreWeightsWhole: c.Seed % 2 == 0)).Find<TImpurity>(records, c.Rows, ranges, node, features);

        double best = -1;
        foreach (int feature in features)
        {
            for (int code = 0; code < 300; code++)
                best = Math.Max(best, Gain<TImpurity, TCodes>(records, binned.Layout, c.Rows, node, feature, code, c.MinRows));
        }

        double found = cut.Score < 0 ? -1 : Gain<TImpurity, TCodes>(records, binned.Layout, c.Rows, node, cut.Feature, cut.Code, c.MinRows);
        Assert.Equal(best, found, 1e-4 * node.Weight);
        Assert.Equal(best < 0, found < 0);
        Assert.Equal(found, cut.Score, 1e-4 * node.Weight);
    }

    private static double Gain<TImpurity, TCodes>(byte[] records, RecordLayout layout, int rows, ClassNode node, int feature, int code, int minRows)
        where TImpurity : struct, IClassImpurity
        where TCodes : struct, ICodes
    {
        var (left, right) = (new double[node.Count], new double[node.Count]);
        int leftRows = 0;
        for (int i = 0; i < rows; i++)
        {
            ref byte record = ref records[i * layout.Stride];
            bool isLeft = TCodes.Load(ref record, feature) <= code;
            (isLeft ? left : right)[node.Numbers[layout.Class(ref record)]] += layout.Weight(ref record);
            leftRows += isLeft ? 1 : 0;
        }

        if (leftRows < minRows || rows - leftRows < minRows)
            return -1;
        double Side(double[] weights) => TImpurity.Side(weights.Sum(TImpurity.Term), weights.Sum());
        return Math.Max(0, Side(left) + Side(right) - node.Purity<TImpurity>());
    }

    private static (byte[] Records, BinnedRows Binned) Records(int seed, int rows, int columns, int levels, int classes, bool areWide)
    {
        var (features, _) = Samples.Draw(seed, rows, columns, levels > 256 ? 0 : levels);
        var binned = BinnedRows.Of(features, Samples.Labels(features, classes), new Binning(areWide ? SplitBins.PerNode : SplitBins.PerColumn), FitContext.Default);
        var stream = Seed.Of(seed).Stream();
        var weights = Enumerable.Range(0, rows).Select(_ => seed % 2 == 0 ? 1f + stream.NextBelow(3) : 0.1f + (float)stream.NextDouble()).ToArray();
        var records = binned.Layout.Allocate(rows);
        binned.CopyTo(weights, records);
        return (records, binned);
    }

    private static int[] Features(int columns) => [.. Enumerable.Range(0, Math.Min(columns, 12))];
}
