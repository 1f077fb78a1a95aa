namespace TypedTune.Learning;

/// <summary>
/// How sure it is that one trial is better than another by the scores of the folds that both were scored on, whose training rows overlap. Immutable.
/// </summary>
/// <remarks>
/// The test is the corrected resampled t-test (Nadeau and Bengio, "Inference for the generalization error", Machine Learning 52, 2003); the probabilities are of the
/// Bayesian correlated t-test (Benavoli, Corani, Demšar and Zaffalon, "Time for a change", JMLR 18, 2017), whose correlation is the share of rows held back. Both are
/// about one comparison that was chosen before: of many candidates, some look worse than the best by chance alone.
/// </remarks>
public sealed class TrialComparison
{
    private readonly double _confidence;

    internal TrialComparison(IReadOnlyList<double> differences, double heldBackRatio, ComparisonOptions options)
    {
        Differences = differences;
        Equivalence = options.Equivalence;
        int folds = differences.Count;
        DegreesOfFreedom = folds - 1;
        MeanDifference = differences.Average();
        double variance = differences.Sum(difference => (difference - MeanDifference) * (difference - MeanDifference)) / DegreesOfFreedom;
        StandardError = Math.Sqrt((1.0 / folds + heldBackRatio) * variance);
        _confidence = options.Confidence;
        TStatistic = MeanDifference == 0 ? 0 : MeanDifference / StandardError;
        PValue = 2 * StudentT.ShareBelow(-Math.Abs(TStatistic), DegreesOfFreedom);
        ProbabilityWorse = ShareBelow(-Equivalence, includesEnd: false);
        ProbabilityBetter = 1 - ShareBelow(Equivalence, includesEnd: true);
        ProbabilityEquivalent = Math.Max(0, 1 - ProbabilityWorse - ProbabilityBetter);
    }

    /// <summary>By how much the first trial is better than the second on each fold, in the metric's unit; below 0 where it is worse.</summary>
    public IReadOnlyList<double> Differences { get; }

    /// <summary>Their mean.</summary>
    public double MeanDifference { get; }

    /// <summary>The standard error of the mean, in which the rows that folds share are allowed for.</summary>
    public double StandardError { get; }

    /// <summary>The interval that holds the true difference with the confidence asked for.</summary>
    public ConfidenceInterval Interval
    {
        get
        {
            // Dearer than all the rest, and asked for by few: a table compares every trial.
            double reach = StudentT.Quantile((1 + _confidence) / 2, DegreesOfFreedom) * StandardError;
            return new ConfidenceInterval(MeanDifference - reach, MeanDifference + reach, _confidence);
        }
    }

    /// <summary>The mean difference in standard errors.</summary>
    public double TStatistic { get; }

    /// <summary>The folds less one.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>The probability of a difference at least as large, in either direction, if there were none; 1 where all folds are equal.</summary>
    public double PValue { get; }

    /// <summary>By how much scores may differ and mean the same.</summary>
    public double Equivalence { get; }

    /// <summary>The probability that the first trial is better by more than <see cref="Equivalence"/>.</summary>
    public double ProbabilityBetter { get; }

    /// <summary>The probability that the trials are equivalent.</summary>
    public double ProbabilityEquivalent { get; }

    /// <summary>The probability that the first trial is worse by more than <see cref="Equivalence"/>.</summary>
    public double ProbabilityWorse { get; }

    /// <summary>The difference, the p-value and the probabilities.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"better by {MeanDifference:G4} ({Interval.Low:G4} to {Interval.High:G4} at {100 * Interval.Confidence:0.###} %), p = {PValue:G3}; better {ProbabilityBetter:P1}, equivalent {ProbabilityEquivalent:P1}, worse {ProbabilityWorse:P1}");

    // The posterior of the mean difference is a t distribution; without variance all of it is at the mean.
    private double ShareBelow(double value, bool includesEnd) => StandardError == 0
        ? (MeanDifference < value || (includesEnd && MeanDifference == value) ? 1 : 0)
        : StudentT.ShareBelow((value - MeanDifference) / StandardError, DegreesOfFreedom);
}
