using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Learning;

/// <summary>
/// Expected calibration error: rows are put into bins by the probability of the most probable label; the mean over bins, by their weight, of the distance between
/// that probability and the share of rows that have the label (Guo and others, "On calibration of modern neural networks", ICML 2017). 0 is perfect.
/// </summary>
/// <remarks>Bins divide 0 to 1 evenly, each with its upper end. A constant prediction of the labels' shares is calibrated as well: look at a proper score, such as <see cref="LogLoss"/>, too.</remarks>
public sealed class CalibrationError : ProbabilityMetric
{
    internal const int DefaultBins = 10;

    internal CalibrationError(int bins) => Bins = bins >= 1
        ? bins
        : throw new ArgumentOutOfRangeException(nameof(bins), bins, $"There must be at least 1 bin, but there are {bins}.");

    /// <summary>How many bins there are.</summary>
    public int Bins { get; }

    /// <inheritdoc/>
    public override string Name => Bins == DefaultBins ? "calibration error" : $"calibration error of {Bins} bins";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<int> truth, [NotNull] FeatureMatrix probabilities, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        int[] best = MostProbable.Columns(probabilities);
        var gaps = new double[Bins];
        for (int row = 0; row < best.Length; row++)
        {
            double most = probabilities[row, best[row]];
            gaps[Math.Clamp((int)Math.Ceiling(most * Bins) - 1, 0, Bins - 1)] += weights[row] * (most - (best[row] == truth[row] ? 1 : 0));
        }

        return gaps.Sum(Math.Abs) / MetricWeights.Sum(weights);
    }
}
