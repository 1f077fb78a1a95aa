namespace TypedTune.Learning;

/// <summary>The share of rows whose label was predicted exactly: from 0 to 1, both included.</summary>
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
    protected override double Compute(ReadOnlySpan<int> truth, ReadOnlySpan<int> predictions, IReadOnlyList<string> levels)
    {
        int hits = 0;
        for (int row = 0; row < truth.Length; row++)
        {
            if (truth[row] == predictions[row])
                hits++;
        }

        return (double)hits / truth.Length;
    }
}
