using BenchmarkDotNet.Attributes;
using TypedTune.Learning;

namespace TypedTune.Benchmarks.Forests;

/// <summary>What a node of many rows costs, step by step, each beside its reference of one number at a time.</summary>
public class LargeNodeBenchmarks
{
    private readonly float[] _histogram = new float[HistogramSearch.Length(ColumnBins.Max)];
    private readonly uint[] _words = new uint[1];
    private KernelData _data = null!;
    private byte[] _children = [];

    [Params(200, 10_000)]
    public int Rows { get; set; }

    private FeatureCut Half => new(_data.Features[0], 127, 1);

    [GlobalSetup]
    public void Draw()
    {
        _data = new KernelData(Rows);
        _children = _data.Layout.Allocate(Rows);
    }

    [Benchmark]
    public void Fill() => HistogramSearch.Fill<ByteCodes, TargetScale>(_data.Records, _data.Layout, Rows, _data.Summary.Scale, _data.Features, default, _histogram);

    [Benchmark]
    public void FillOneByOne() => HistogramSearch.FillScalar<ByteCodes, TargetScale>(_data.Records, _data.Layout, Rows, _data.Summary.Scale, _data.Features, default, _histogram);

    [Benchmark]
    public float Find() => HistogramSearch.Find<AnyLeaf>(_histogram, [], ColumnBins.Max, (float)_data.Summary.Weight, Rows, 1, _data.Features).Score;

    [Benchmark]
    public float FindOneByOne() => HistogramSearch.FindScalar(_histogram, [], ColumnBins.Max, (float)_data.Summary.Weight, Rows, 1, _data.Features).Score;

    [Benchmark]
    public int Part() => Partition.Split<ByteCodes>(_data.Records, _children, _data.Layout.Stride, Rows, Half, out _, out _);

    [Benchmark]
    public int PartWithBranches() => Partition.SplitScalar<ByteCodes>(_data.Records, _children, _data.Layout.Stride, Rows, Half, out _, out _);

    [Benchmark]
    public void FindVarying() => VaryingColumns.Find(_data.Records, _data.Layout, Rows, _words);

    [Benchmark]
    public int FindVaryingOneByOne() => VaryingColumns.FindScalar(_data.Records, _data.Layout, Rows, _words);

    /// <summary>What any criterion and any column can use instead: sorting by the codes of each feature.</summary>
    [Benchmark]
    public int Sort()
    {
        var groups = new CodeGroups();
        foreach (int feature in _data.Features)
        {
            var keys = groups.Keys(Rows);
            for (int row = 0; row < Rows; row++)
                keys[row] = (ulong)_data.Records[row * _data.Layout.Stride + feature] << 32 | (uint)row;
            groups.Sort(Rows);
        }

        return groups.Count;
    }
}
