namespace TypedTune.Learning;

/// <summary>The scores of one configuration in a cross-validation. Immutable.</summary>
/// <typeparam name="TEstimator">The configuration.</typeparam>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public sealed class CrossValidationResult<TEstimator, TFitted>
{
    internal CrossValidationResult(IReadOnlyList<MetricScores> scores, IReadOnlyList<CrossValidationFold<TFitted>> folds)
    {
        Scores = scores;
        Folds = folds;
    }

    /// <summary>The scores by each metric, in the order in which the metrics were given.</summary>
    public IReadOnlyList<MetricScores> Scores { get; }

    /// <summary>The folds' times and, if they were kept, models.</summary>
    public IReadOnlyList<CrossValidationFold<TFitted>> Folds { get; }

    /// <summary>The scores by the first metric on rows that were not learned from.</summary>
    public FoldScores Validation => Scores[0].Validation;

    /// <summary>The scores by the first metric on the rows that were learned from; null unless they were asked for.</summary>
    public FoldScores? Training => Scores[0].Training;

    /// <summary>The scores by a metric.</summary>
    /// <param name="metric">One of the metrics that were given.</param>
    /// <exception cref="ArgumentException">The metric was not given; the message names those that were.</exception>
    public MetricScores ScoresOf(IMetric<TEstimator> metric) => MetricChoice.ScoresOf(Scores, metric);

    /// <summary>A line a fold: its number, its scores by each metric, those of training rows where they were scored, and its times in seconds.</summary>
    public TextTable ToTable()
    {
        List<(string, Func<CrossValidationFold<TFitted>, string>)> columns = [("fold", fold => ScoreTable.Text(fold.Number))];
        columns.AddRange(Scores.Select(scores => Column(scores.Name, scores.Validation)));
        columns.AddRange(Scores.Where(scores => scores.Training is not null).Select(scores => Column($"train {scores.Name}", scores.Training!)));
        columns.Add(("fit s", fold => ScoreTable.Seconds(fold.FitTime)));
        columns.Add(("score s", fold => ScoreTable.Seconds(fold.ScoreTime)));
        return ScoreTable.Of(Folds, columns);
    }

    /// <summary>The mean and the standard deviation by each metric, a line each, then <see cref="ToTable"/> as text.</summary>
    public override string ToString() => string.Join('\n', [.. Scores.Select(scores => $"{scores.Name} {ScoreTable.Text(scores.Validation)}"), ToTable().ToString()]);

    private static (string, Func<CrossValidationFold<TFitted>, string>) Column(string header, FoldScores scores) =>
        (header, fold => ScoreTable.Text(scores.Values[fold.Number], "G6"));
}
