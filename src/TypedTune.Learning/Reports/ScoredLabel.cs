namespace TypedTune.Learning;

/// <summary>The rows of a label, and how probable it is for each row.</summary>
/// <param name="IsLabel">1 for rows of the label, 0 for others.</param>
/// <param name="Probabilities">Of the label.</param>
/// <param name="Weights">Of the rows.</param>
internal sealed record ScoredLabel(int[] IsLabel, double[] Probabilities, double[] Weights)
{
    /// <summary>Takes a label's rows and probabilities.</summary>
    /// <param name="report">What is made of them, for messages.</param>
    /// <param name="truth">N labels.</param>
    /// <param name="probabilities">N × levels.</param>
    /// <param name="label">The label.</param>
    /// <param name="weights">N weights, or null.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, a label is missing, a probability or a weight is illegal, there is no such label, or all rows have it.</exception>
    public static ScoredLabel From(string report, Categories truth, FeatureMatrix probabilities, string label, double[]? weights)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(label);
        LabelChecks.RequireSameLength(report, truth, probabilities.RowCount, nameof(probabilities));
        LabelChecks.RequireLabels(report, truth, "target", nameof(truth));
        int column = LabelChecks.RequireColumn(probabilities, label, nameof(label));
        double[] own = probabilities.Column(column).ToArray();
        int illegal = Array.FindIndex(own, probability => !(probability is >= 0 and <= 1));
        if (illegal >= 0)
            throw new ArgumentException(FormattableString.Invariant($"A probability must be from 0 to 1, but that of {Excerpt.From(label)} is {own[illegal]} in row {illegal}."), nameof(probabilities));
        int code = truth.Levels.FindName(label);
        var scored = new ScoredLabel(
            [.. truth.Codes.ToArray().Select(other => other == code ? 1 : 0)],
            own,
            MetricWeights.Require(report, weights, own.Length).ToArray());
        double hits = scored.Weights.Where((_, row) => scored.IsLabel[row] == 1).Sum(), all = scored.Weights.Sum();
        return hits > 0 && hits < all
            ? scored
            : throw new ArgumentException($"{report} compares rows of the label {Excerpt.From(label)} with others, but {(hits > 0 ? "every row has the label" : "no row has the label")}.", nameof(truth));
    }

    /// <summary>The rows by their probability.</summary>
    public RankedScores Rank() => RankedScores.From(IsLabel, 1, Probabilities, Weights);
}
