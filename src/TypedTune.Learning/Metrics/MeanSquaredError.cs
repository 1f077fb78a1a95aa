namespace TypedTune.Learning;

/// <summary>The mean of the squared errors, in the target's unit squared; 0 is perfect.</summary>
public sealed class MeanSquaredError : RegressionMetric
{
    internal MeanSquaredError()
    {
    }

    /// <inheritdoc/>
    public override string Name => "MSE";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        var residuals = new Residuals(truth, predictions);
        return Math.ScaleB(residuals.Squares(weights) / MetricWeights.Sum(weights), 2 * residuals.Unit);
    }
}
