namespace TypedTune.Learning;

/// <summary>D²: the share of the targets' pinball loss from their own quantile that the predictions explain; 1 is perfect, 0 as good as the quantile, and worse predictions are negative.</summary>
/// <remarks>At the median it is the share of the absolute deviation. Where the quantile is perfect the share is not defined, and such rows are refused.</remarks>
public sealed class D2Pinball : RegressionMetric
{
    /// <summary>The quantile that is predicted, above 0 and below 1.</summary>
    public double Quantile { get; }

    internal D2Pinball(double quantile)
    {
        Quantile = quantile;
    }

    /// <inheritdoc/>
    public override string Name => Quantile == 0.5 ? "D² of the absolute error" : FormattableString.Invariant($"D² of the pinball loss at {Quantile}");

    /// <inheritdoc/>
    public override Direction Direction => Direction.Maximize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        double constant = WeightedQuantile.Find(truth.ToArray(), weights, Quantile);
        double left = 0, total = 0;
        for (int row = 0; row < truth.Length; row++)
        {
            left += weights[row] * Pinball.Loss(truth[row] - predictions[row], Quantile);
            total += weights[row] * Pinball.Loss(truth[row] - constant, Quantile);
        }

        return ExplainedShare.Compute(Name, left, total);
    }
}
