namespace TypedTune.Learning;

/// <summary>The mean pinball loss of predictions of a quantile, in the target's unit; 0 is perfect. An error below costs the quantile, one above what is left to 1.</summary>
/// <remarks>At the median it is half of the mean absolute error.</remarks>
public sealed class MeanPinballLoss : RegressionMetric
{
    /// <summary>The quantile that is predicted, above 0 and below 1.</summary>
    public double Quantile { get; }

    internal MeanPinballLoss(double quantile)
    {
        Quantile = quantile;
    }

    /// <inheritdoc/>
    public override string Name => FormattableString.Invariant($"pinball loss at {Quantile}");

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        double sum = 0;
        for (int row = 0; row < truth.Length; row++)
            sum += weights[row] * Pinball.Loss(truth[row] - predictions[row], Quantile);
        return sum / MetricWeights.Sum(weights);
    }
}
