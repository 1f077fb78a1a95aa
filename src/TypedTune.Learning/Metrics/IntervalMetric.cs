using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Learning;

/// <summary>A metric of central prediction intervals: from the quantile (1 − coverage) / 2 to the quantile (1 + coverage) / 2. Immutable and thread safe.</summary>
public abstract class IntervalMetric : QuantileMetric
{
    private protected IntervalMetric(double coverage)
        : base(coverage is > 0 and < 1 ? [(1 - coverage) / 2, (1 + coverage) / 2] : throw new ArgumentOutOfRangeException(nameof(coverage), coverage, FormattableString.Invariant($"The coverage of an interval must be above 0 and below 1, but is {coverage}. For percents, divide by 100.")))
    {
        Coverage = coverage;
    }

    /// <summary>Which share of the targets should lie in the interval, above 0 and below 1.</summary>
    public double Coverage { get; }

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<double> truth, [NotNull] QuantilePredictions quantiles, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        var low = quantiles.At(Needs.Quantiles[0]);
        var high = quantiles.At(Needs.Quantiles[1]);
        double sum = 0;
        for (int row = 0; row < truth.Length; row++)
            sum += weights[row] * ScoreRow(truth[row], low[row], high[row]);
        return sum / MetricWeights.Sum(weights);
    }

    /// <summary>The score of one row.</summary>
    private protected abstract double ScoreRow(double truth, double low, double high);
}
