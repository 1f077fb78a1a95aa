namespace TypedTune.Learning;

/// <summary>
/// Finds the threshold from which on a label is chosen, by a metric of labels on predictions of rows that the classifier did not learn from: a step of a pipeline behind
/// a classifier. The classifier is fitted once for all thresholds that are tried.
/// </summary>
/// <remarks>
/// Probabilities stay as they are. Of thresholds that score the same the nearest to 0.5 wins; 0.5 is always tried. The score of the chosen threshold is optimistic: score
/// the pipeline on folds of their own, as a search does.
/// </remarks>
public sealed partial record TunedThreshold : IProbabilityAdjustment<FittedDecisionThreshold>
{
    /// <summary>The label that the threshold is for.</summary>
    public string Label { get; init; } = "";

    /// <summary>The metric or the costs that the threshold is found by. Default: <see cref="Learning.Metric.BalancedAccuracy"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    [ConfigurationIgnore]
    public ClassificationMetric Metric
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Metric));
    } = Learning.Metric.BalancedAccuracy;

    /// <summary>How many thresholds are tried, at even steps through the probabilities that occur, at least 1. Default: 200.</summary>
    [Hyperparameter(Min = 1, SearchMin = 50, SearchMax = 500, InAll = false)]
    public int Thresholds { get; init; } = 200;

    /// <summary>The folds by which training rows are predicted. Default: 5 that suit the rows.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    [ConfigurationIgnore]
    public ISplitter Folds
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Folds));
    } = new SuitableFolds(5);

    ISplitter? IProbabilityAdjustment.Folds => Folds;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no such label, a bound is violated, or the metric is not defined for the rows.</exception>
    public FittedDecisionThreshold Fit(FeatureMatrix probabilities, Categories target, double[]? weights)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(target);
        DeclaredBounds.Check(this);
        int label = probabilities.Names.FindName(FittedDecisionThreshold.Require(Label, probabilities.Names, nameof(TunedThreshold)));
        string[] levels = [.. probabilities.Names];
        double best = double.NaN, score = double.NaN;
        foreach (double threshold in Candidates(probabilities.Column(label)))
        {
            double own = Metric.Score(target, new Categories(levels, FittedDecisionThreshold.Choose(probabilities, label, threshold)), weights);
            if (double.IsNaN(score) || Metric.Direction.IsBetter(own, score))
                (best, score) = (threshold, own);
        }

        return new FittedDecisionThreshold(Label, best);
    }

    // Halfway between probabilities that occur, so that rows near to them are not decided by rounding; the nearest to 0.5 first.
    private IEnumerable<double> Candidates(ReadOnlySpan<double> probabilities)
    {
        double[] distinct = [.. probabilities.ToArray().Distinct().Order()];
        int gaps = distinct.Length - 1, tried = Math.Min(Thresholds, gaps);
        var candidates = new List<double>(tried + 1) { 0.5 };
        for (int i = 0; i < tried; i++)
        {
            int gap = tried == gaps ? i : (int)((i + 0.5) * gaps / tried);
            candidates.Add(distinct[gap] + (distinct[gap + 1] - distinct[gap]) / 2);
        }

        return candidates.OrderBy(candidate => Math.Abs(candidate - 0.5)).ThenBy(candidate => candidate);
    }
}
