using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Learning;

/// <summary>The mean cost of predicted labels; small is good. What is predicted right costs nothing, and what is predicted wrong 1, unless another cost is given.</summary>
public sealed class MeanCost : ClassificationMetric
{
    private readonly Dictionary<(string Truth, string Predicted), double> _costs;

    internal MeanCost(IReadOnlyList<LabelCost> costs)
    {
        _costs = [];
        foreach (var (truth, predicted, cost) in costs)
        {
            if (!double.IsFinite(cost))
                throw new ArgumentException(FormattableString.Invariant($"A cost must be finite, but that of {Excerpt.From(truth)} predicted as {Excerpt.From(predicted)} is {cost}."), nameof(costs));
            if (!_costs.TryAdd((truth, predicted), cost))
                throw new ArgumentException($"The cost of {Excerpt.From(truth)} predicted as {Excerpt.From(predicted)} is given twice.", nameof(costs));
        }
    }

    /// <inheritdoc/>
    public override string Name => "mean cost";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    /// <summary>The costs.</summary>
    public override string ToString() => $"mean cost by {string.Join(", ", _costs.Select(cost => FormattableString.Invariant($"{cost.Key.Truth} as {cost.Key.Predicted} {cost.Value}")))}";

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<int> truth, ReadOnlySpan<int> predictions, ReadOnlySpan<double> weights, [NotNull] IReadOnlyList<string> levels)
    {
        var counts = new LabelCounts(truth, predictions, weights, levels.Count);
        double sum = 0;
        for (int actual = 0; actual < levels.Count; actual++)
        {
            for (int predicted = 0; predicted < levels.Count; predicted++)
                sum += counts[actual, predicted] * CostOf(levels[actual], levels[predicted]);
        }

        return sum / counts.Total;
    }

    private double CostOf(string truth, string predicted) => _costs.TryGetValue((truth, predicted), out double cost) ? cost : truth == predicted ? 0 : 1;
}
