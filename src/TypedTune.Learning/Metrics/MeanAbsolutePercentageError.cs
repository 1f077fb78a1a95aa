namespace TypedTune.Learning;

/// <summary>MAPE: the mean of the absolute errors as shares of the targets' sizes; 0 is perfect, and 0.1 is ten percent.</summary>
/// <remarks>A target of 0 is taken for 2^-52, as in scikit-learn, so that an error there makes the score huge. Take another metric for such targets.</remarks>
public sealed class MeanAbsolutePercentageError : RegressionMetric
{
    // What stands for a target of 0.
    private const double Smallest = 2.220446049250313e-16;

    internal MeanAbsolutePercentageError()
    {
    }

    /// <inheritdoc/>
    public override string Name => "MAPE";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        double sum = 0;
        for (int row = 0; row < truth.Length; row++)
            sum += weights[row] * (Math.Abs(truth[row] - predictions[row]) / Math.Max(Math.Abs(truth[row]), Smallest));
        return sum / MetricWeights.Sum(weights);
    }
}
