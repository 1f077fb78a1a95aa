namespace TypedTune.Learning;

/// <summary>A metric for labels, which are compared by their names. Immutable and thread safe.</summary>
/// <remarks>An own one overrides <see cref="Name"/>, <see cref="Direction"/> and <see cref="Compute"/>; what it is given there has been checked.</remarks>
public abstract class ClassificationMetric : IMetric<IClassification>
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract Direction Direction { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The targets or the predictions are numbers.</exception>
    public double Score(Targets truth, Predictions predictions, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predictions);
        return Score(truth.Labels, predictions.Points.Labels, weights);
    }

    /// <summary>Scores predictions; never negated.</summary>
    /// <param name="truth">N labels, none missing, N at least 1.</param>
    /// <param name="predictions">N labels, none missing; their levels may differ in order and number.</param>
    /// <param name="weights">How much each row counts: N finite numbers of at least 0, not all 0. Default: all count the same.</param>
    /// <returns>A finite number.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, a label is missing or a weight illegal (the message names its row), or the score is not finite.</exception>
    public double Score(Categories truth, Categories predictions, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predictions);
        LabelChecks.RequireSameLength(Name, truth, predictions.RowCount, nameof(predictions));
        LabelChecks.RequireLabels(Name, truth, "target", nameof(truth));
        LabelChecks.RequireLabels(Name, predictions, "prediction", nameof(predictions));
        List<string> levels = [.. truth.Levels];
        var recoded = predictions.CodesIn(levels);
        double score = Compute(truth.Codes, recoded, MetricWeights.Require(Name, weights, truth.RowCount), levels);
        return MetricWeights.RequireFinite(Name, score, truth.RowCount, "Give smaller weights.");
    }

    /// <summary>Computes the score of labels that were checked.</summary>
    /// <param name="truth">N codes into <paramref name="levels"/>, N at least 1.</param>
    /// <param name="predictions">N codes into the same levels.</param>
    /// <param name="weights">How much each row counts: N finite numbers of at least 0, one of them above; all 1 where rows have no weights.</param>
    /// <param name="levels">The levels of the targets, then those that only the predictions have.</param>
    protected abstract double Compute(ReadOnlySpan<int> truth, ReadOnlySpan<int> predictions, ReadOnlySpan<double> weights, IReadOnlyList<string> levels);

    /// <summary>The metric's name.</summary>
    public override string ToString() => Name;
}
