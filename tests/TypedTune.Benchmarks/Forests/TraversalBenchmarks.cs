using BenchmarkDotNet.Attributes;
using TypedTune.Learning;

namespace TypedTune.Benchmarks.Forests;

/// <summary>Sending rows down a full tree: eight at once by words of eight bytes and by nodes, one at a time, and by the walk that knows missing values and categories.</summary>
public class TraversalBenchmarks
{
    private const int Rows = 2048;
    private const int Columns = 20;

    private readonly double[] _rows = new double[Rows * Columns];
    private readonly int[] _leaves = new int[Rows];
    private GrownTree _tree = null!;
    private RowBlock _block = null!;

    [Params(1_000, 20_000)]
    public int TrainingRows { get; set; }

    [GlobalSetup]
    public void Grow()
    {
        var stream = Seed.Of(TrainingRows).Stream();
        var values = new double[TrainingRows * Columns];
        foreach (ref double value in values.AsSpan())
            value = stream.NextNormal();
        double[] target = [.. Enumerable.Range(0, TrainingRows).Select(row => values[row] + values[TrainingRows + row] * values[row])];
        _tree = new DecisionTreeRegressor { MaxFeatures = 7 }.Fit(FeatureMatrix.FromColumnMajor(values, TrainingRows, FeatureNames.Numbered(Columns)), target).Tree;
        foreach (ref double value in _rows.AsSpan())
            value = stream.NextNormal();
        _block = RowBlocks.Of(FeatureMatrix.FromColumnMajor(_rows, Rows, FeatureNames.Numbered(Columns)), 100, 0, Rows);
    }

    [Benchmark]
    public void ByWords() => TreeTraversal.FindLeaves(_tree, _block, _leaves);

    [Benchmark(Baseline = true)]
    public void EightAtOnce() => TreeTraversal.FindLeaves(_tree.Nodes, _rows, Columns, _leaves);

    [Benchmark]
    public void OneByOne() => TreeTraversal.FindLeavesScalar(_tree.Nodes, _rows, Columns, _leaves);

    [Benchmark]
    public void AnyTree() => TreeTraversal.FindAnyLeaves(_tree, _rows, Columns, _leaves);
}
