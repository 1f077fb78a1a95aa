namespace TypedTune.Learning;

/// <summary>The weight of rows by their labels and what was predicted.</summary>
internal sealed class LabelCounts
{
    private readonly double[] _cells;

    /// <summary>Counts.</summary>
    /// <param name="truth">N codes.</param>
    /// <param name="predictions">N codes.</param>
    /// <param name="weights">N weights.</param>
    /// <param name="levels">How many levels there are.</param>
    public LabelCounts(ReadOnlySpan<int> truth, ReadOnlySpan<int> predictions, ReadOnlySpan<double> weights, int levels)
    {
        weights = MetricWeights.InRange(weights);
        _cells = new double[levels * levels];
        (Hits, Actual, Predicted) = (new double[levels], new double[levels], new double[levels]);
        for (int row = 0; row < truth.Length; row++)
        {
            _cells[truth[row] * levels + predictions[row]] += weights[row];
            Actual[truth[row]] += weights[row];
            Predicted[predictions[row]] += weights[row];
            if (truth[row] == predictions[row])
                Hits[truth[row]] += weights[row];
            Total += weights[row];
        }
    }

    /// <summary>For each level, the weight of its rows that were predicted so.</summary>
    public double[] Hits { get; }

    /// <summary>For each level, the weight of its rows.</summary>
    public double[] Actual { get; }

    /// <summary>For each level, the weight of the rows that were predicted so.</summary>
    public double[] Predicted { get; }

    /// <summary>The weight of all rows.</summary>
    public double Total { get; }

    /// <summary>The levels that occur among targets or predictions.</summary>
    public IEnumerable<int> Occurring => Enumerable.Range(0, Actual.Length).Where(level => Actual[level] > 0 || Predicted[level] > 0);

    /// <summary>The weight of rows of a label that another one was predicted for.</summary>
    public double this[int truth, int prediction] => _cells[truth * Actual.Length + prediction];
}
