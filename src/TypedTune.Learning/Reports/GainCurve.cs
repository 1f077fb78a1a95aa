namespace TypedTune.Learning;

/// <summary>How many rows of a label are found if only the most probable ones are looked at, as when not everybody can be called. Immutable.</summary>
public sealed class GainCurve
{
    private GainCurve(string label, IReadOnlyList<GainPoint> points)
    {
        Label = label;
        Points = points;
    }

    /// <summary>The label.</summary>
    public string Label { get; }

    /// <summary>From no row to all, a point for each distinct probability; the first has the lift of the second.</summary>
    public IReadOnlyList<GainPoint> Points { get; }

    /// <summary>Makes the curve.</summary>
    /// <inheritdoc cref="RocCurve.From"/>
    public static GainCurve From(Categories truth, FeatureMatrix probabilities, string label, double[]? weights = null)
    {
        var ranked = ScoredLabel.From("A gain curve", truth, probabilities, label, weights).Rank();
        double all = ranked.Positives + ranked.Negatives;
        GainPoint[] points = [.. ThresholdList.From(ranked).Select(at => Point((at.Hits + at.Misses) / all, at.Hits / ranked.Positives))];
        return new GainCurve(label, [new GainPoint(0, 0, points[0].Lift), .. points]);

        static GainPoint Point(double share, double gain) => new(share, gain, gain / share);
    }

    /// <summary>The share of the label's rows among a share of the most probable ones, between points on a straight line.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside.</exception>
    public double GainAt(double share)
    {
        if (!(share is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, FormattableString.Invariant($"A share must be from 0 to 1, but is {share}."));
        int next = Math.Max(1, Points.TakeWhile(point => point.Share < share).Count());
        if (next >= Points.Count)
            return 1;
        var (from, to) = (Points[next - 1], Points[next]);
        return from.Gain + (to.Gain - from.Gain) * (share - from.Share) / (to.Share - from.Share);
    }

    /// <summary>A line for each tenth of the rows.</summary>
    public TextTable ToTable() => ScoreTable.Of(Enumerable.Range(1, 10),
    [
        ("share", (int tenth) => ScoreTable.Text(tenth / 10.0, "F1")),
        ("gain", tenth => ScoreTable.Text(GainAt(tenth / 10.0), "F3")),
        ("lift", tenth => ScoreTable.Text(GainAt(tenth / 10.0) / (tenth / 10.0), "F2")),
    ]);

    /// <summary>The label, then the table as text.</summary>
    public override string ToString() => $"gain of {Label}\n{ToTable()}";
}
