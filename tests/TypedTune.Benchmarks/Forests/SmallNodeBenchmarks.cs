using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using TypedTune.Learning;

namespace TypedTune.Benchmarks.Forests;

/// <summary>The best cut of eight features in a node of few rows: all pairs in vectors, one pair at a time, and a histogram.</summary>
public class SmallNodeBenchmarks
{
    private readonly float[] _histogram = new float[HistogramSearch.Length(ColumnBins.Max)];
    private KernelData _data = null!;
    private Vector256<int>[] _lanes = [];
    private float[] _sums = [];
    private float[] _weights = [];

    [Params(4, 12, 24)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        _data = new KernelData(Rows);
        (_lanes, _sums, _weights) = (new Vector256<int>[PairSearch.LaneRows], new float[Rows], new float[Rows]);
        Gather();
    }

    [Benchmark(Baseline = true)]
    public float Pairs()
    {
        Gather();
        return PairSearch.Find<ByteCodes, AnyLeaf>(_lanes, _sums, _weights, (float)_data.Summary.Weight, _data.Features, 1).Score;
    }

    [Benchmark]
    public float PairsOneByOne()
    {
        Gather();
        return PairSearch.FindScalar(_lanes, _sums, _weights, (float)_data.Summary.Weight, _data.Features, 1).Score;
    }

    [Benchmark]
    public float Histogram()
    {
        HistogramSearch.Fill<ByteCodes, TargetScale>(_data.Records, _data.Layout, Rows, _data.Summary.Scale, _data.Features, default, _histogram);
        return HistogramSearch.Find<AnyLeaf>(_histogram, [], ColumnBins.Max, (float)_data.Summary.Weight, Rows, 1, _data.Features).Score;
    }

    private void Gather()
    {
        ByteCodes.Gather(_data.Records, _data.Layout, _data.Features, _lanes.AsSpan(0, Rows));
        LaneGather.Gather(_data.Records, _data.Layout, _data.Summary.Scale, _sums, _weights);
    }
}
