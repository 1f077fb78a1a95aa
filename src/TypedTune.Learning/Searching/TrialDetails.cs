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

    /// <summary>How many folds numbers are the scores of; 1 where they are too few for one.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="metrics">How many metrics the search has.</param>
    /// <param name="trained">Whether training rows were scored too.</param>
    public static int CountFolds(IReadOnlyList<double> numbers, int metrics, bool trained) => Math.Max(1, (numbers.Count - Times) / (metrics * (trained ? 2 : 1)));

    /// <summary>Refuses numbers that no search keeps.</summary>
    /// <param name="index">The trial's place in the order of proposal.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="score">The trial's score, which is the mean of the first scores of folds.</param>
    /// <param name="metrics">How many metrics the search has.</param>
    /// <param name="folds">How many folds it has.</param>
    /// <exception cref="InvalidDataException">They are not the times and scores of such a search; the message names the trial and what is wrong.</exception>
    public static void Require(int index, IReadOnlyList<double> numbers, double? score, int metrics, int folds)
    {
        if (numbers.Count != Times + metrics * folds && numbers.Count != Times + 2 * metrics * folds)
            throw new InvalidDataException($"The details of trial {index} are {numbers.Count} numbers, which are not {Times} times and the scores of {metrics} metrics on {folds} folds.");
        for (int i = 0; i < numbers.Count; i++)
        {
            if (i < Times ? !(numbers[i] >= 0 && numbers[i] < TimeSpan.MaxValue.Ticks) : !double.IsFinite(numbers[i]))
                throw new InvalidDataException(FormattableString.Invariant($"Number {i} of the details of trial {index}, counted from 0, is {numbers[i]}, but must be {(i < Times ? "a time in ticks, at least 0" : "a finite score")}."));
        }

        double mean = new FoldScores([.. numbers.Skip(Times).Take(folds)]).Mean;
        if (score is { } given && given != mean)
            throw new InvalidDataException(FormattableString.Invariant($"The score of trial {index} is {given}, but the mean of its folds is {mean}."));
    }

    /// <summary>The times and scores of a trial that was evaluated to its end.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="metrics">The search's metrics.</param>
    /// <param name="folds">How many folds it has.</param>
    /// <exception cref="InvalidDataException">The trial has other numbers than such a search keeps.</exception>
    public static (TimeSpan Fit, TimeSpan Score, IReadOnlyList<MetricScores> Scores) Read(Trial trial, IReadOnlyList<MetricHeader> metrics, int folds)
    {
        var numbers = trial.Details;
        Require(trial.Index, numbers, trial.Score, metrics.Count, folds);
        int sides = (numbers.Count - Times) / (metrics.Count * folds);
        return (
            TimeSpan.FromTicks((long)numbers[0]),
            TimeSpan.FromTicks((long)numbers[1]),
            [.. metrics.Select((metric, m) => new MetricScores(metric.Name, metric.Direction, Take(sides * m), sides == 2 ? Take(sides * m + 1) : null))]);

        FoldScores Take(int place) => new([.. numbers.Skip(Times + place * folds).Take(folds)]);
    }

    /// <summary>Why finite scores of all folds are no outcome: their mean is not finite. Null where it is.</summary>
    /// <param name="folds">The scores of each fold.</param>
    public static InvalidOperationException? FindError(IReadOnlyList<FoldScore> folds)
    {
        double mean = MeanOf(folds);
        return double.IsFinite(mean)
            ? null
            : new InvalidOperationException(FormattableString.Invariant($"The mean score of {folds.Count} folds is {mean}: the scores are finite, but their sum is beyond the largest number. Look at the predictions and the targets that are scored."));
    }

    /// <summary>The outcome of a candidate that was scored on every fold, without an error by <see cref="FindError"/>: the mean of the ranking metric, with these details.</summary>
    /// <param name="folds">The scores of each fold.</param>
    /// <param name="fit">The time of its fits.</param>
    /// <param name="score">The time of applying and scoring.</param>
    public static TrialOutcome ToOutcome(FoldScore[] folds, TimeSpan fit, TimeSpan score) => new(MeanOf(folds))
    {
        Details = From(folds, fit, score),
        Duration = fit + score,
    };

    private static double MeanOf(IReadOnlyList<FoldScore> folds) => new FoldScores([.. folds.Select(fold => fold.Validation[0])]).Mean;
}
