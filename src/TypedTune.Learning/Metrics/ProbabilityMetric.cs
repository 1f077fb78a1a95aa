namespace TypedTune.Learning;

/// <summary>A metric for the probabilities of labels, whose names are compared. Immutable and thread safe.</summary>
/// <remarks>An own one overrides <see cref="Name"/>, <see cref="Direction"/> and <see cref="Compute"/>; what it is given there has been checked.</remarks>
public abstract class ProbabilityMetric : IMetric<IProbabilisticClassification>
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract Direction Direction { get; }

    /// <summary>The probability of each label.</summary>
    public PredictionNeeds Needs { get; } = new() { Probabilities = true };

    /// <inheritdoc/>
    public double Score(Targets truth, Predictions predictions, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predictions);
        var labels = truth.Labels;
        var probabilities = predictions.Probabilities;
        LabelChecks.RequireSameLength(Name, labels, probabilities.RowCount, nameof(predictions));
        LabelChecks.RequireLabels(Name, labels, "target", nameof(truth));
        List<string> levels = [.. probabilities.Names];
        int[] codes = labels.CodesIn(levels);
        double score = Compute(codes, WithLevels(probabilities, levels), MetricWeights.Require(Name, weights, codes.Length));
        return MetricWeights.RequireFinite(Name, score, codes.Length, "Keep probabilities away from 0, or give smaller weights.");
    }

    /// <summary>Computes the score of probabilities that were checked.</summary>
    /// <param name="truth">N codes, the columns of <paramref name="probabilities"/> that hold the label, N at least 1.</param>
    /// <param name="probabilities">N × levels, a column a label, named after it; labels that the model has never seen come last, with 0 in every row.</param>
    /// <param name="weights">How much each row counts: N finite numbers of at least 0, one of them above; all 1 where rows have no weights.</param>
    protected abstract double Compute(ReadOnlySpan<int> truth, FeatureMatrix probabilities, ReadOnlySpan<double> weights);

    /// <summary>The metric's name.</summary>
    public override string ToString() => Name;

    private static FeatureMatrix WithLevels(FeatureMatrix probabilities, List<string> levels)
    {
        int known = probabilities.ColumnCount;
        if (levels.Count == known)
            return probabilities;
        return FeatureMatrix.FromColumns(
            new FeatureNames(levels),
            [.. levels.Select((_, level) => level < known ? probabilities.Column(level).ToArray() : new double[probabilities.RowCount])]);
    }
}
