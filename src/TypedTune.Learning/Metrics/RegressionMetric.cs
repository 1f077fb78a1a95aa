using System.Globalization;

namespace TypedTune.Learning;

/// <summary>A metric for numbers. Immutable and thread safe.</summary>
public abstract class RegressionMetric : IMetric<IRegression>
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract Direction Direction { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The targets or the predictions are labels.</exception>
    public double Score(Targets truth, Targets predictions)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predictions);
        return Score(truth.Numbers, predictions.Numbers);
    }

    /// <summary>Scores predictions; never negated.</summary>
    /// <param name="truth">N finite numbers, at least one.</param>
    /// <param name="predictions">N finite numbers, in the same order.</param>
    /// <returns>A finite number.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, a number is not finite (the message names its row), or the score overflows.</exception>
    public double Score(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions)
    {
        Check(truth, predictions);
        double score = Compute(truth, predictions);
        if (!double.IsFinite(score))
            throw new ArgumentException($"The {Name} of these {truth.Length} rows is beyond the range of a double. Scale the target first.", nameof(predictions));
        return score;
    }

    /// <summary>Computes the score of numbers that were checked.</summary>
    /// <param name="truth">N finite numbers, N at least 1.</param>
    /// <param name="predictions">N finite numbers.</param>
    protected abstract double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions);

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
