namespace TypedTune.Learning;

/// <summary>The receiver operating characteristic of a label: how many of its rows are found at which share of false alarms. Immutable.</summary>
public sealed class RocCurve
{
    private RocCurve(string label, IReadOnlyList<RocPoint> points, double area)
    {
        Label = label;
        Points = points;
        Area = area;
    }

    /// <summary>The label.</summary>
    public string Label { get; }

    /// <summary>From no row to all, a point for each distinct probability.</summary>
    public IReadOnlyList<RocPoint> Points { get; }

    /// <summary>The area below the curve, ROC-AUC.</summary>
    public double Area { get; }

    /// <summary>Makes the curve.</summary>
    /// <param name="truth">N labels, none missing.</param>
    /// <param name="probabilities">N × levels, a column a label, named after it.</param>
    /// <param name="label">The label.</param>
    /// <param name="weights">How much each row counts: N finite numbers of at least 0, not all 0. Default: all count the same.</param>
    /// <exception cref="ArgumentException">The lengths differ, a label is missing, a probability or a weight is illegal, there is no such label, or all rows have it.</exception>
    public static RocCurve From(Categories truth, FeatureMatrix probabilities, string label, double[]? weights = null)
    {
        var ranked = ScoredLabel.From("A ROC curve", truth, probabilities, label, weights).Rank();
        var points = ThresholdList.From(ranked).Select(at => new RocPoint(at.Threshold, at.Misses / ranked.Negatives, at.Hits / ranked.Positives));
        return new RocCurve(label, [new RocPoint(double.PositiveInfinity, 0, 0), .. points], RankAreas.Roc(ranked));
    }

    /// <summary>A line a point.</summary>
    public TextTable ToTable() => ScoreTable.Of(Points,
    [
        ("threshold", (RocPoint point) => ScoreTable.Text(point.Threshold, "G4")),
        ("false positive rate", point => ScoreTable.Text(point.FalsePositiveRate, "F3")),
        ("true positive rate", point => ScoreTable.Text(point.TruePositiveRate, "F3")),
    ]);

    /// <summary>The label and the area, then the table as text.</summary>
    public override string ToString() => FormattableString.Invariant($"ROC of {Label}, area {Area:F4}\n{ToTable()}");
}
