namespace TypedTune.Learning;

/// <summary>Log loss (cross-entropy): the mean of −log of the probability that each row's label was given; 0 is perfect.</summary>
/// <remarks>Probabilities are kept 2^-52 away from 0 and 1, as in scikit-learn, so that one that is certain and wrong costs 36.</remarks>
public sealed class LogLoss : ProbabilityMetric
{
    private const double Least = 2.220446049250313e-16;

    internal LogLoss()
    {
    }

    /// <inheritdoc/>
    public override string Name => "log loss";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<int> truth, FeatureMatrix probabilities, ReadOnlySpan<double> weights) => Mean(truth, probabilities, weights);

    /// <summary>The weighted mean.</summary>
    internal static double Mean(ReadOnlySpan<int> truth, FeatureMatrix probabilities, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        weights = MetricWeights.InRange(weights);
        double sum = 0;
        for (int row = 0; row < truth.Length; row++)
        {
            double total = 0;
            for (int level = 0; level < probabilities.ColumnCount; level++)
                total += Math.Clamp(probabilities[row, level], Least, 1 - Least);
            sum -= weights[row] * PortableMath.Log(Math.Clamp(probabilities[row, truth[row]], Least, 1 - Least) / total);
        }

        return sum / MetricWeights.Sum(weights);
    }
}
