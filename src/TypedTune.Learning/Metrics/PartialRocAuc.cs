namespace TypedTune.Learning;

/// <summary>
/// The part of ROC-AUC up to a false positive rate, for alarms that may rarely be false: on a scale on which 1 is perfect and 0.5 chance (McClish, "Analyzing a
/// portion of the ROC curve", 1989).
/// </summary>
public sealed class PartialRocAuc : RankMetric
{
    internal PartialRocAuc(string label, double maxFalsePositiveRate)
        : base(FormattableString.Invariant($"ROC-AUC up to {maxFalsePositiveRate}"), label)
    {
        MaxFalsePositiveRate = maxFalsePositiveRate is > 0 and <= 1
            ? maxFalsePositiveRate
            : throw new ArgumentOutOfRangeException(nameof(maxFalsePositiveRate), maxFalsePositiveRate, FormattableString.Invariant($"A rate must be above 0 and at most 1, but is {maxFalsePositiveRate}."));
    }

    /// <summary>The largest share of the other rows that may be taken for the label, above 0 and at most 1.</summary>
    public double MaxFalsePositiveRate { get; }

    private protected override double Score(RankedScores ranked) => RankAreas.PartialRoc(ranked, MaxFalsePositiveRate);
}
