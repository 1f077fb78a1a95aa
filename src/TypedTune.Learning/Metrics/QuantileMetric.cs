namespace TypedTune.Learning;

/// <summary>A metric of predicted quantiles. Immutable and thread safe.</summary>
/// <remarks>An own one overrides <see cref="Name"/>, <see cref="Direction"/> and <see cref="Compute"/>, and says which quantiles it needs; what it is given there has been checked.</remarks>
public abstract class QuantileMetric : IMetric<IQuantileRegression>
{
    /// <summary>Creates a metric.</summary>
    /// <param name="levels">The quantiles that it needs, from 0 to 1, both included.</param>
    /// <exception cref="ArgumentOutOfRangeException">A level is outside, or not a number.</exception>
    protected QuantileMetric(params IReadOnlyList<double> levels) => Needs = new() { Quantiles = levels };

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract Direction Direction { get; }

    /// <summary>The quantiles.</summary>
    public PredictionNeeds Needs { get; }

    /// <inheritdoc/>
    public double Score(Targets truth, Predictions predictions, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predictions);
        var quantiles = predictions.Quantiles;
        double[] numbers = truth.Numbers;
        if (numbers.Length != quantiles.Values.RowCount)
            throw new ArgumentException($"{Name} compares row by row, but there are {numbers.Length} targets and {quantiles.Values.RowCount} predictions.", nameof(predictions));
        if (numbers.Length == 0)
            throw new ArgumentException($"{Name} needs at least one row.", nameof(truth));
        truth.RequireComplete();
        double score = Compute(numbers, quantiles, MetricWeights.Require(Name, weights, numbers.Length));
        return MetricWeights.RequireFinite(Name, score, numbers.Length, "Scale the target first.");
    }

    /// <summary>Computes the score of quantiles that were checked.</summary>
    /// <param name="truth">N finite numbers, N at least 1.</param>
    /// <param name="quantiles">N rows with the levels that <see cref="Needs"/> names, and perhaps others.</param>
    /// <param name="weights">How much each row counts: N finite numbers of at least 0, one of them above; all 1 where rows have no weights.</param>
    protected abstract double Compute(ReadOnlySpan<double> truth, QuantilePredictions quantiles, ReadOnlySpan<double> weights);

    /// <summary>The metric's name.</summary>
    public override string ToString() => Name;
}
