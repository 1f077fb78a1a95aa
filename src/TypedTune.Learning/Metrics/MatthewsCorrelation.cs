using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Learning;

/// <summary>Matthews' correlation of labels and predictions, for any number of labels (Gorodkin, Comput. Biol. Chem. 28, 2004): 1 is perfect, 0 no better than chance, −1 the least.</summary>
/// <remarks>Where all targets or all predictions are the same label it is not defined, and is 0, as in scikit-learn.</remarks>
public sealed class MatthewsCorrelation : ClassificationMetric
{
    internal MatthewsCorrelation()
    {
    }

    /// <inheritdoc/>
    public override string Name => "Matthews correlation";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Maximize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<int> truth, ReadOnlySpan<int> predictions, ReadOnlySpan<double> weights, [NotNull] IReadOnlyList<string> levels)
    {
        var counts = new LabelCounts(truth, predictions, weights, levels.Count);
        double all = counts.Total, both = 0, actual = 0, predicted = 0, hits = 0;
        for (int level = 0; level < levels.Count; level++)
        {
            double share = counts.Actual[level] / all, guessed = counts.Predicted[level] / all;
            hits += counts.Hits[level] / all;
            both += share * guessed;
            actual += share * share;
            predicted += guessed * guessed;
        }

        bool isDefined = counts.Actual.Count(weight => weight > 0) > 1 && counts.Predicted.Count(weight => weight > 0) > 1;
        return isDefined ? (hits - both) / Math.Sqrt((1 - actual) * (1 - predicted)) : 0;
    }
}
