using System.Globalization;

namespace TypedTune.Learning;

/// <summary>A metric for numbers. Immutable and thread safe.</summary>
/// <remarks>An own one overrides <see cref="Name"/>, <see cref="Direction"/> and <see cref="Compute"/>; what it is given there has been checked.</remarks>
public abstract class RegressionMetric : IMetric<IRegression>
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract Direction Direction { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The targets or the predictions are labels.</exception>
    public double Score(Targets truth, Predictions predictions, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predictions);
        return Score(truth.Numbers, predictions.Points.Numbers, weights);
    }

    /// <summary>Scores predictions; never negated.</summary>
    /// <param name="truth">N finite numbers, at least one.</param>
    /// <param name="predictions">N finite numbers, in the same order.</param>
    /// <param name="weights">How much each row counts: N finite numbers of at least 0, not all 0. Default: all count the same.</param>
    /// <returns>A finite number.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, a number is not finite or a weight illegal (the message names its row), or the score overflows.</exception>
    public double Score(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, double[]? weights = null)
    {
        Check(truth, predictions);
        return MetricWeights.RequireFinite(Name, Compute(truth, predictions, MetricWeights.Require(Name, weights, truth.Length)), truth.Length, "Scale the target first.");
    }

    /// <summary>Computes the score of numbers that were checked.</summary>
    /// <param name="truth">N finite numbers, N at least 1.</param>
    /// <param name="predictions">N finite numbers.</param>
    /// <param name="weights">How much each row counts: N finite numbers of at least 0, one of them above; all 1 where rows have no weights.</param>
    protected abstract double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights);

    /// <summary>The metric's name.</summary>
    public override string ToString() => Name;

    internal void Check(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions)
    {
        if (truth.Length != predictions.Length)
            throw new ArgumentException($"{Name} compares row by row, but there are {truth.Length} targets and {predictions.Length} predictions.", nameof(predictions));
        if (truth.Length == 0)
            throw new ArgumentException($"{Name} needs at least one row.", nameof(truth));
        for (int row = 0; row < truth.Length; row++)
        {
            if (!double.IsFinite(truth[row]))
                throw NotFinite("target", row, truth[row], nameof(truth));
            if (!double.IsFinite(predictions[row]))
                throw NotFinite("prediction", row, predictions[row], nameof(predictions));
        }
    }

    private ArgumentException NotFinite(string what, int row, double value, string parameter) =>
        new($"{Name} needs finite numbers, but the {what} in row {row} is {value.ToString(CultureInfo.InvariantCulture)}.", parameter);
}
