using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Learning;

/// <summary>The share of the rows, or of their weight, whose label is among the K most probable ones; 1 is perfect.</summary>
/// <remarks>Of equally probable labels the later one counts as more probable, as in scikit-learn.</remarks>
public sealed class TopKAccuracy : ProbabilityMetric
{
    internal TopKAccuracy(int k) => K = k >= 1
        ? k
        : throw new ArgumentOutOfRangeException(nameof(k), k, $"At least 1 label must be looked at, but K is {k}.");

    /// <summary>How many labels are looked at.</summary>
    public int K { get; }

    /// <inheritdoc/>
    public override string Name => $"top-{K} accuracy";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Maximize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<int> truth, [NotNull] FeatureMatrix probabilities, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        var before = new int[truth.Length];
        for (int level = 0; level < probabilities.ColumnCount; level++)
        {
            var column = probabilities.Column(level);
            for (int row = 0; row < before.Length; row++)
            {
                double own = probabilities[row, truth[row]];
                if (column[row] > own || (column[row] == own && level > truth[row]))
                    before[row]++;
            }
        }

        double sum = 0;
        for (int row = 0; row < before.Length; row++)
            sum += before[row] < K ? weights[row] : 0;
        return sum / MetricWeights.Sum(weights);
    }
}
