namespace TypedTune.Learning;

/// <summary>A metric as the engine sees it, without the type parameter for the estimators that it can score.</summary>
internal sealed class Scorer
{
    private readonly Func<Targets, Predictions, double[]?, double> _score;

    private Scorer(string name, PredictionNeeds needs, Func<Targets, Predictions, double[]?, double> score)
    {
        Name = name;
        Needs = needs;
        _score = score;
    }

    /// <summary>The metric's name.</summary>
    public string Name { get; }

    /// <summary>The predictions that the metric needs.</summary>
    public PredictionNeeds Needs { get; }

    /// <summary>Creates one scorer a metric.</summary>
    public static IReadOnlyList<Scorer> Create<TEstimator>(IEnumerable<IMetric<TEstimator>> metrics) =>
        [.. metrics.Select(metric => new Scorer(metric.Name, metric.Needs ?? PredictionNeeds.Points, metric.Score))];

    /// <summary>Combines the predictions that several metrics need.</summary>
    public static PredictionNeeds NeedsOf<TEstimator>(IEnumerable<IMetric<TEstimator>> metrics) =>
        PredictionNeeds.Union(metrics.Select(metric => metric.Needs ?? PredictionNeeds.Points));

    /// <summary>Scores predictions by every metric.</summary>
    /// <param name="metrics">The metrics.</param>
    /// <param name="truth">N targets.</param>
    /// <param name="predictions">N predictions.</param>
    /// <param name="weights">How much each row counts; null where all count the same.</param>
    /// <param name="fold">The fold, for messages; null where there is one alone.</param>
    /// <returns>A score a metric.</returns>
    /// <exception cref="FitException">A metric failed, or its score is not finite; the message names it.</exception>
    public static double[] Score(IReadOnlyList<Scorer> metrics, Targets truth, Predictions predictions, double[]? weights, int? fold)
    {
        var scores = new double[metrics.Count];
        for (int m = 0; m < scores.Length; m++)
        {
            try
            {
                scores[m] = metrics[m]._score(truth, predictions, weights);
                if (!double.IsFinite(scores[m]))
                    throw new InvalidOperationException($"the score is {scores[m]}. Look at the predictions and the targets that are scored.");
            }
            catch (Exception exception)
            {
                throw new FitException(metrics[m].Name, fold, null, exception);
            }
        }

        return scores;
    }
}
