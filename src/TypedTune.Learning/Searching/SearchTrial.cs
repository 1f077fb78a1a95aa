namespace TypedTune.Learning;

/// <summary>One candidate of a search and its scores. <see cref="Trial{T}.Score"/> is the mean over the folds.</summary>
/// <typeparam name="TEstimator">The configuration.</typeparam>
public sealed class SearchTrial<TEstimator> : Trial<TEstimator>
{
    internal SearchTrial(int index, TEstimator configuration, int occurrences, double[]? foldScores, Exception? error, TimeSpan fitTime, TimeSpan scoreTime)
        : base(index, configuration, foldScores?.Average(), error, fitTime + scoreTime)
    {
        Occurrences = occurrences;
        FoldScores = foldScores ?? [];
        FitTime = fitTime;
        ScoreTime = scoreTime;
        if (foldScores is { Length: > 1 })
            StandardDeviation = Math.Sqrt(foldScores.Sum(score => (score - Score!.Value) * (score - Score!.Value)) / foldScores.Length);
    }

    /// <summary>How often the space proposed this configuration; it was fitted once.</summary>
    public int Occurrences { get; }

    /// <summary>A score a fold, in the order of the folds; a single one with a holdout or out of bag; empty where the trial failed.</summary>
    public IReadOnlyList<double> FoldScores { get; }

    /// <summary>The mean of <see cref="FoldScores"/>; null where the trial failed.</summary>
    public double? MeanScore => Score;

    /// <summary>The standard deviation of <see cref="FoldScores"/> as a population, as scikit-learn's; null where the trial failed or has a single score.</summary>
    public double? StandardDeviation { get; }

    /// <summary>The time of every fit that the candidate needed on all folds, fits shared with other candidates included.</summary>
    public TimeSpan FitTime { get; }

    /// <summary>The time that applying and scoring took, work shared with other candidates included.</summary>
    public TimeSpan ScoreTime { get; }
}
