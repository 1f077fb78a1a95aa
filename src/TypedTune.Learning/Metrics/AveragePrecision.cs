namespace TypedTune.Learning;

/// <summary>
/// Average precision: the precision among the rows above each threshold, weighted by the recall that the threshold adds; 1 is perfect, and chance is the label's
/// share of the rows. For rare labels, where ROC-AUC is flattering.
/// </summary>
/// <remarks>No points are interpolated, as in scikit-learn.</remarks>
public sealed class AveragePrecision : RankMetric
{
    internal AveragePrecision(string label)
        : base("average precision", label)
    {
    }

    internal AveragePrecision(Average average)
        : base("average precision", average)
    {
    }

    private protected override double Score(RankedScores ranked) => RankAreas.Precision(ranked);
}
