namespace TypedTune.Learning;

/// <summary>
/// The numbers that a search keeps with each trial: the ticks of its fits and of applying and scoring; then, metric by metric, the score of each fold, and of
/// each fold's training rows where these are scored.
/// </summary>
internal static class TrialDetails
{
    private const int Times = 2;

    /// <summary>The numbers of a candidate.</summary>
    /// <param name="folds">Its scores in each fold.</param>
    /// <param name="fit">How long its fits took.</param>
    /// <param name="score">How long applying and scoring took.</param>
    public static double[] From(IReadOnlyList<FoldScore> folds, TimeSpan fit, TimeSpan score)
    {
        List<double> numbers = [fit.Ticks, score.Ticks];
        for (int metric = 0; metric < folds[0].Validation.Length; metric++)
        {
            numbers.AddRange(folds.Select(fold => fold.Validation[metric]));
            if (folds[0].Training is not null)
                numbers.AddRange(folds.Select(fold => fold.Training![metric]));
        }

        return [.. numbers];
    }

    /// <summary>The times and scores of a trial that was evaluated to its end.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="metrics">The search's metrics.</param>
    /// <param name="folds">How many folds it has.</param>
    /// <exception cref="InvalidDataException">The trial has other numbers than such a search keeps.</exception>
    public static (TimeSpan Fit, TimeSpan Score, IReadOnlyList<MetricScores> Scores) Read<TEstimator>(Trial trial, IReadOnlyList<IMetric<TEstimator>> metrics, int folds)
    {
        var numbers = trial.Details;
        int sides = (numbers.Count - Times) / (metrics.Count * folds);
        if (sides is not (1 or 2) || numbers.Count != Times + sides * metrics.Count * folds || !numbers.All(double.IsFinite))
            throw new InvalidDataException($"Trial {trial.Index} has {numbers.Count} numbers, which are not the finite scores of {metrics.Count} metrics on {folds} folds.");
        return (
            TimeSpan.FromTicks((long)numbers[0]),
            TimeSpan.FromTicks((long)numbers[1]),
            [.. metrics.Select((metric, m) => new MetricScores(metric.Name, metric.Direction, Take(sides * m), sides == 2 ? Take(sides * m + 1) : null))]);

        FoldScores Take(int place) => new([.. numbers.Skip(Times + place * folds).Take(folds)]);
    }

    /// <summary>The outcome of a candidate that was scored on every fold: the mean of the ranking metric, with these details.</summary>
    /// <param name="folds">The scores of each fold.</param>
    /// <param name="fit">The time of its fits.</param>
    /// <param name="score">The time of applying and scoring.</param>
    public static TrialOutcome ToOutcome(FoldScore[] folds, TimeSpan fit, TimeSpan score) => new(new FoldScores([.. folds.Select(fold => fold.Validation[0])]).Mean)
    {
        Details = From(folds, fit, score),
        Duration = fit + score,
    };
}
