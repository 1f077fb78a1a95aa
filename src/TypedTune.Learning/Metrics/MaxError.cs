namespace TypedTune.Learning;

/// <summary>The largest absolute error, in the target's unit; 0 is perfect.</summary>
/// <remarks>Rows of weight 0 do not count; other weights make no difference.</remarks>
public sealed class MaxError : RegressionMetric
{
    internal MaxError()
    {
    }

    /// <inheritdoc/>
    public override string Name => "max error";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        double most = 0;
        for (int row = 0; row < truth.Length; row++)
        {
            if (weights[row] > 0)
                most = Math.Max(most, Math.Abs(truth[row] - predictions[row]));
        }

        return most;
    }
}
