using TypedTune.Learning;

namespace TypedTune.Seams;

#region metric
/// <summary>The mean of −log of the probability that each row's label was given, as a user writes it from the public surface.</summary>
public sealed class CrossEntropy : ProbabilityMetric
{
    public override string Name => "cross-entropy";

    public override Direction Direction => Direction.Minimize;

    protected override double Compute(ReadOnlySpan<int> truth, FeatureMatrix probabilities, ReadOnlySpan<double> weights)
    {
        double sum = 0, total = 0;
        for (int row = 0; row < truth.Length; row++)
        {
            sum -= weights[row] * Math.Log(Math.Max(probabilities[row, truth[row]], Math.BitIncrement(1.0) - 1));
            total += weights[row];
        }

        return sum / total;
    }
}
#endregion
