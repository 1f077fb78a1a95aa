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
    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        int counted = weights.Length - weights.Count(0.0);
        if (counted < 2)
            throw new ArgumentException($"{Name} needs at least 2 rows{(truth.Length > counted ? " with a weight above 0" : "")}, but there is 1.", nameof(truth));

        // The mean is taken of what lies above one of the targets: exactly that target where all are equal.
        double origin = truth[weights.IndexOfAnyExcept(0.0)];
        weights = MetricWeights.InRange(weights);
        var origins = new double[truth.Length];
        origins.AsSpan().Fill(origin);
        var heights = new Residuals(truth, origins);
        double above = 0;
        for (int row = 0; row < truth.Length; row++)
            above += weights[row] * heights[row];
        var means = origins;
        means.AsSpan().Fill(origin + Math.ScaleB(above / MetricWeights.Sum(weights), heights.Unit));

        var residuals = new Residuals(truth, predictions);
        var deviations = new Residuals(truth, means);
        double residual = residuals.Squares(weights), total = deviations.Squares(weights);
        if (total > 0)
            return 1 - Math.ScaleB(residual / total, 2 * (residuals.Unit - deviations.Unit));
        return residual == 0 ? 1 : 0;
    }
}
