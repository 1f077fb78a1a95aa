namespace TypedTune.Learning;

/// <summary>The Brier score: the mean squared distance of the probabilities from 1 for the row's label and 0 for the others; of two labels, half of that, from 0 to 1. 0 is perfect.</summary>
/// <remarks>Of two labels it is the mean squared error of the probability of either (Brier, Mon. Weather Rev. 78, 1950).</remarks>
public sealed class BrierScore : ProbabilityMetric
{
    internal BrierScore()
    {
    }

    /// <inheritdoc/>
    public override string Name => "Brier score";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<int> truth, FeatureMatrix probabilities, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        weights = MetricWeights.InRange(weights);
        double sum = 0;
        for (int level = 0; level < probabilities.ColumnCount; level++)
        {
            var column = probabilities.Column(level);
            for (int row = 0; row < truth.Length; row++)
            {
                double distance = (truth[row] == level ? 1 : 0) - column[row];
                sum += weights[row] * (distance * distance);
            }
        }

        return sum / MetricWeights.Sum(weights) / (probabilities.ColumnCount == 2 ? 2 : 1);
    }
}
