namespace TypedTune.Learning;

/// <summary>
/// The coefficient of determination: the share of the targets' variance that the predictions explain. 1 is perfect, 0 is as
/// good as always predicting the targets' mean, and worse predictions are negative.
/// </summary>
/// <remarks>
/// Where all targets are equal the share is not defined; as in scikit-learn it is then 1 for perfect predictions and 0 for
/// others. A single row is refused, where scikit-learn warns and gives not-a-number.
/// </remarks>
public sealed class RSquared : RegressionMetric
{
    internal RSquared()
    {
    }

    /// <inheritdoc/>
    public override string Name => "R²";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Maximize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions)
    {
        if (truth.Length < 2)
            throw new ArgumentException($"{Name} needs at least 2 rows, but there is 1.", nameof(truth));
        double mean = 0;
        foreach (double value in truth)
            mean += value;
        mean /= truth.Length;

        double residual = 0, total = 0;
        for (int row = 0; row < truth.Length; row++)
        {
            double error = truth[row] - predictions[row];
            double deviation = truth[row] - mean;
            residual += error * error;
            total += deviation * deviation;
        }

        if (total > 0)
            return 1 - residual / total;
        return residual == 0 ? 1 : 0;
    }
}
