namespace TypedTune.Learning;

/// <summary>The share of the targets' variance that is left out of the errors', whatever the errors' mean: 1 is perfect, and worse predictions are negative.</summary>
/// <remarks>As <see cref="RSquared"/>, but for predictions that are all too high or too low by the same amount. Where all targets are equal it is 1 if all errors are, and 0 else, as in scikit-learn.</remarks>
public sealed class ExplainedVariance : RegressionMetric
{
    internal ExplainedVariance()
    {
    }

    /// <inheritdoc/>
    public override string Name => "explained variance";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Maximize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        var residuals = new Residuals(truth, predictions);
        var origins = new double[truth.Length];
        origins.AsSpan().Fill(truth[0]);
        var heights = new Residuals(truth, origins);
        double left = SquaredDeviations(residuals, weights), total = SquaredDeviations(heights, weights);
        if (total > 0)
            return 1 - Math.ScaleB(left / total, 2 * (residuals.Unit - heights.Unit));
        return left == 0 ? 1 : 0;
    }

    private static double SquaredDeviations(Residuals values, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int row = 0; row < weights.Length; row++)
            sum += weights[row] * values[row];
        double mean = sum / MetricWeights.Sum(weights);
        double squares = 0;
        for (int row = 0; row < weights.Length; row++)
            squares += weights[row] * ((values[row] - mean) * (values[row] - mean));
        return squares;
    }
}
