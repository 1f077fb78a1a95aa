namespace TypedTune.Learning;

/// <summary>The median of the absolute errors, in the target's unit; 0 is perfect. A few large errors make no difference.</summary>
/// <remarks>With weights it is the smallest error by which half of the weight is reached, without them the middle one or the mean of the two in the middle, as in scikit-learn.</remarks>
public sealed class MedianAbsoluteError : RegressionMetric
{
    internal MedianAbsoluteError()
    {
    }

    /// <inheritdoc/>
    public override string Name => "median absolute error";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        var errors = new double[truth.Length];
        for (int row = 0; row < errors.Length; row++)
            errors[row] = Math.Abs(truth[row] - predictions[row]);
        return WeightedQuantile.Find(errors, weights, 0.5);
    }
}
