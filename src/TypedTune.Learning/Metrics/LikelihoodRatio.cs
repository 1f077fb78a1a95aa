using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Learning;

/// <summary>
/// A likelihood ratio of a label: how much more often it is predicted for rows that have it than for others (positive; from 0, 1 is chance, large is good), or how much
/// more often it is not (negative; small is good).
/// </summary>
/// <remarks>It does not depend on how frequent the label is. Where the ratio is over nothing, as without a false alarm, it is not defined, and such rows are refused.</remarks>
public sealed class LikelihoodRatio : ClassificationMetric
{
    private readonly string _label;
    private readonly bool _isPositive;

    internal LikelihoodRatio(string label, bool isPositive)
    {
        ArgumentNullException.ThrowIfNull(label);
        (_label, _isPositive) = (label, isPositive);
    }

    /// <inheritdoc/>
    public override string Name => $"{(_isPositive ? "positive" : "negative")} likelihood ratio of {_label}";

    /// <inheritdoc/>
    public override Direction Direction => _isPositive ? Direction.Maximize : Direction.Minimize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<int> truth, ReadOnlySpan<int> predictions, ReadOnlySpan<double> weights, [NotNull] IReadOnlyList<string> levels)
    {
        var counts = new LabelCounts(truth, predictions, weights, levels.Count);
        int level = levels.FindName(_label);
        double actual = level < 0 ? 0 : counts.Actual[level], others = counts.Total - actual;
        if (!(actual > 0 && others > 0))
            throw new ArgumentException($"{Name} compares rows of the label with others, but {(actual > 0 ? "every row has the label" : "no row has the label")}. Score more rows, or take stratified folds.", nameof(truth));
        double recall = counts.Hits[level] / actual, falseAlarms = (counts.Predicted[level] - counts.Hits[level]) / others;
        var (part, whole) = _isPositive ? (recall, falseAlarms) : (1 - recall, 1 - falseAlarms);
        return whole > 0
            ? part / whole
            : throw new ArgumentException($"{Name} is not defined, since the label is predicted for {(_isPositive ? "none" : "all")} of the other rows. Score more rows, or take another metric.", nameof(predictions));
    }
}
