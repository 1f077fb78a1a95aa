namespace TypedTune.Learning;

/// <summary>The mean of the absolute errors, in the target's unit; 0 is perfect.</summary>
public sealed class MeanAbsoluteError : RegressionMetric
{
    internal MeanAbsoluteError()
    {
    }

    /// <inheritdoc/>
    public override string Name => "MAE";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        var residuals = new Residuals(truth, predictions);
        double sum = 0;
        for (int row = 0; row < truth.Length; row++)
            sum += weights[row] * Math.Abs(residuals[row]);
        return Math.ScaleB(sum / MetricWeights.Sum(weights), residuals.Unit);
    }
}
