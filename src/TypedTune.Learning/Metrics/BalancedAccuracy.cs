using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Learning;

/// <summary>The mean over the labels of the targets of the share of their rows, or of their weight, that was predicted exactly: from 0 to 1, both included.</summary>
/// <remarks>Each label counts the same, however rare: always predicting the most frequent of two scores 0.5.</remarks>
public sealed class BalancedAccuracy : ClassificationMetric
{
    internal BalancedAccuracy()
    {
    }

    /// <inheritdoc/>
    public override string Name => "balanced accuracy";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Maximize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<int> truth, ReadOnlySpan<int> predictions, ReadOnlySpan<double> weights, [NotNull] IReadOnlyList<string> levels)
    {
        var counts = new LabelCounts(truth, predictions, weights, levels.Count);
        return counts.Occurring.Where(level => counts.Actual[level] > 0).Average(level => counts.Hits[level] / counts.Actual[level]);
    }
}
