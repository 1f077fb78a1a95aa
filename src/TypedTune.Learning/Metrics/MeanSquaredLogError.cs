namespace TypedTune.Learning;

/// <summary>MSLE: the mean of the squared differences of log(1 + y); 0 is perfect. Targets and predictions must be at least 0.</summary>
/// <remarks>Ratios matter, not differences.</remarks>
public sealed class MeanSquaredLogError : RegressionMetric
{
    internal MeanSquaredLogError()
    {
    }

    /// <inheritdoc/>
    public override string Name => "MSLE";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        return LogErrors.MeanSquare(Name, truth, predictions, weights);
    }
}
