namespace TypedTune.Learning;

/// <summary>The share of rows, or of their weight, whose label was predicted exactly: from 0 to 1, both included.</summary>
public sealed class Accuracy : ClassificationMetric
{
    internal Accuracy()
    {
    }

    /// <inheritdoc/>
    public override string Name => "accuracy";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Maximize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<int> truth, ReadOnlySpan<int> predictions, ReadOnlySpan<double> weights, IReadOnlyList<string> levels)
    {
        double hits = 0, total = 0;
        weights = MetricWeights.InRange(weights);
        for (int row = 0; row < truth.Length; row++)
        {
            total += weights[row];
            if (truth[row] == predictions[row])
                hits += weights[row];
        }

        return hits / total;
    }
}
