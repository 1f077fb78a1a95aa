namespace TypedTune.Learning;

/// <summary>How many rows of a label are found, and how many of those that are taken for it are right, at each threshold. Immutable.</summary>
public sealed class PrecisionRecallCurve
{
    private PrecisionRecallCurve(string label, IReadOnlyList<PrecisionRecallPoint> points, double averagePrecision, double share)
    {
        Label = label;
        Points = points;
        AveragePrecision = averagePrecision;
        Share = share;
    }

    /// <summary>The label.</summary>
    public string Label { get; }

    /// <summary>From no row to all, a point for each distinct probability.</summary>
    public IReadOnlyList<PrecisionRecallPoint> Points { get; }

    /// <summary>The precision at each threshold, weighted by the recall that it adds.</summary>
    public double AveragePrecision { get; }

    /// <summary>The label's share of the rows: the precision of chance.</summary>
    public double Share { get; }

    /// <summary>Makes the curve.</summary>
    /// <inheritdoc cref="RocCurve.From"/>
    public static PrecisionRecallCurve From(Categories truth, FeatureMatrix probabilities, string label, double[]? weights = null)
    {
        var ranked = ScoredLabel.From("A precision-recall curve", truth, probabilities, label, weights).Rank();
        var points = ThresholdList.From(ranked).Select(at => new PrecisionRecallPoint(at.Threshold, at.Hits / (at.Hits + at.Misses), at.Hits / ranked.Positives));
        return new PrecisionRecallCurve(label, [new PrecisionRecallPoint(double.PositiveInfinity, 1, 0), .. points], RankAreas.Precision(ranked), ranked.Positives / (ranked.Positives + ranked.Negatives));
    }

    /// <summary>A line a point.</summary>
    public TextTable ToTable() => ScoreTable.Of(Points,
    [
        ("threshold", (PrecisionRecallPoint point) => ScoreTable.Text(point.Threshold, "G4")),
        ("precision", point => ScoreTable.Text(point.Precision, "F3")),
        ("recall", point => ScoreTable.Text(point.Recall, "F3")),
    ]);

    /// <summary>The label and its average precision, then the table as text.</summary>
    public override string ToString() => FormattableString.Invariant($"precision and recall of {Label}, average precision {AveragePrecision:F4}\n{ToTable()}");
}
