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
    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights) => Of(truth, predictions, weights);

    internal static double Of(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        double sum = 0, total = 0;
        for (int row = 0; row < truth.Length; row++)
        {
            double error = truth[row] - predictions[row];
            sum += weights[row] * (error * error);
            total += weights[row];
        }

        return sum / total;
    }
}
