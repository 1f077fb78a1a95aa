namespace TypedTune.Learning;

/// <summary>One candidate of a search and its scores. <see cref="Trial.Score"/> is the mean of <see cref="Search{TEstimator}.Scoring"/> over the folds.</summary>
/// <typeparam name="TEstimator">The configuration.</typeparam>
public sealed class SearchTrial<TEstimator> : Trial<TEstimator>
{
    internal SearchTrial(Trial<TEstimator> trial, IReadOnlyList<MetricHeader> metrics, int folds)
        : base(trial)
    {
        (FitTime, ScoreTime, Scores) = trial.Succeeded ? TrialDetails.Read(trial, metrics, folds) : (trial.Duration, TimeSpan.Zero, []);
    }

    /// <summary>The scores by each metric: <see cref="Search{TEstimator}.Scoring"/> first, then <see cref="Search{TEstimator}.Metrics"/>; empty where the trial failed or was pruned.</summary>
    public IReadOnlyList<MetricScores> Scores { get; }

    /// <summary>A score a fold by <see cref="Search{TEstimator}.Scoring"/>, in the order of the folds; a single one with a holdout or out of bag; empty where the trial failed or was pruned.</summary>
    public IReadOnlyList<double> FoldScores => Scores.Count == 0 ? [] : Scores[0].Validation.Values;

    /// <summary>The mean of <see cref="FoldScores"/>; null where the trial failed or was pruned.</summary>
    public double? MeanScore => Score;

    /// <summary>The standard deviation of <see cref="FoldScores"/> as a population, as scikit-learn's; null where the trial failed, was pruned or has a single score.</summary>
    public double? StandardDeviation => Scores.Count == 0 ? null : Scores[0].Validation.StandardDeviation;

    /// <summary>The standard error of <see cref="MeanScore"/>; null where the trial failed, was pruned or has a single score.</summary>
    public double? StandardError => Scores.Count == 0 ? null : Scores[0].Validation.StandardError;

    /// <summary>The time of every fit that the candidate needed on all folds, fits shared with other candidates included.</summary>
    public TimeSpan FitTime { get; }

    /// <summary>The time that applying and scoring took, work shared with other candidates included.</summary>
    public TimeSpan ScoreTime { get; }

    /// <summary>The scores of the candidate by a metric.</summary>
    /// <param name="metric">One that the search scored by.</param>
    /// <exception cref="ArgumentException">The search did not score by it; the message names those it did.</exception>
    /// <exception cref="InvalidOperationException">The trial failed or was pruned.</exception>
    public MetricScores ScoresOf(IMetric<TEstimator> metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (Error is not null)
            throw new InvalidOperationException($"The trial failed and has no scores: {ErrorMessage}", Error);
        if (!Succeeded)
            throw new InvalidOperationException("The trial was pruned and has no scores, but intermediate values: look at its Reports.");
        return Scores.FirstOrDefault(scores => scores.Name == metric.Name)
            ?? throw new ArgumentException($"The search did not score by {Excerpt.From(metric.Name)}, but by {Excerpt.FromList(Scores.Select(scores => scores.Name))}. Add it to {nameof(Search<TEstimator>.Metrics)}.", nameof(metric));
    }
}
