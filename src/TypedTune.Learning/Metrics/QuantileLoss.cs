using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Learning;

/// <summary>The mean pinball loss of predicted quantiles, over all rows and levels, in the target's unit; 0 is perfect.</summary>
/// <remarks>Of levels that divide 0 to 1 evenly, twice of it is near to the continuous ranked probability score, CRPS.</remarks>
public sealed class QuantileLoss : QuantileMetric
{
    private readonly string _name;
    private readonly double _factor;

    internal QuantileLoss(string name, IReadOnlyList<double> levels, double factor)
        : base(levels)
    {
        if (levels.Count == 0)
            throw new ArgumentException("There must be at least 1 quantile.", nameof(levels));
        (_name, _factor) = (name, factor);
    }

    /// <inheritdoc/>
    public override string Name => _name;

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<double> truth, [NotNull] QuantilePredictions quantiles, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        double sum = 0;
        foreach (double level in Needs.Quantiles)
        {
            var predicted = quantiles.At(level);
            for (int row = 0; row < truth.Length; row++)
                sum += weights[row] * Pinball.Loss(truth[row] - predicted[row], level);
        }

        return _factor * sum / Needs.Quantiles.Count / MetricWeights.Sum(weights);
    }
}
