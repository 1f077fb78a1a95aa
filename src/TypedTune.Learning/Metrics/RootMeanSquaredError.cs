namespace TypedTune.Learning;

/// <summary>The square root of the mean of the squared errors, in the target's unit; 0 is perfect.</summary>
public sealed class RootMeanSquaredError : RegressionMetric
{
    internal RootMeanSquaredError()
    {
    }

    /// <inheritdoc/>
    public override string Name => "RMSE";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        var residuals = new Residuals(truth, predictions);
        return Math.ScaleB(Math.Sqrt(residuals.Squares(weights) / MetricWeights.Sum(weights)), residuals.Unit);
    }
}
