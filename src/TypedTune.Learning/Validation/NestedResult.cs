namespace TypedTune.Learning;

/// <summary>The scores of a whole search on rows that it has not seen. Immutable.</summary>
/// <typeparam name="TEstimator">The configuration.</typeparam>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public sealed class NestedResult<TEstimator, TFitted>
{
    internal NestedResult(IReadOnlyList<MetricScores> scores, IReadOnlyList<NestedFold<TEstimator, TFitted>> folds)
    {
        Scores = scores;
        Folds = folds;
    }

    /// <summary>The outer scores by each metric: <see cref="Search{TEstimator}.Scoring"/> first, then <see cref="Search{TEstimator}.Metrics"/>.</summary>
    public IReadOnlyList<MetricScores> Scores { get; }

    /// <summary>The outer scores by <see cref="Search{TEstimator}.Scoring"/>, a fold each, on rows that the fold's search has not seen.</summary>
    public FoldScores Validation => Scores[0].Validation;

    /// <summary>The outer folds, each with its search.</summary>
    public IReadOnlyList<NestedFold<TEstimator, TFitted>> Folds { get; }

    /// <summary>The outer scores by a metric.</summary>
    /// <param name="metric">One that the search scores by.</param>
    /// <exception cref="ArgumentException">The search does not score by it; the message names those it does.</exception>
    public MetricScores ScoresOf(IMetric<TEstimator> metric) => MetricChoice.ScoresOf(Scores, metric);

    /// <summary>A line an outer fold: its number, its scores, the score in the search, and the hyperparameters that were chosen.</summary>
    public TextTable ToTable()
    {
        var parameters = Folds[0].Result.Parameters;
        var names = SpaceParameter<TEstimator>.ShortNames(parameters);
        List<(string, Func<NestedFold<TEstimator, TFitted>, string>)> columns = [("fold", fold => ScoreTable.Text(fold.Number))];
        columns.AddRange(Scores.Select(scores => (scores.Name, (Func<NestedFold<TEstimator, TFitted>, string>)(fold => ScoreTable.Text(scores.Validation.Values[fold.Number], "G6")))));
        columns.Add(($"inner {Scores[0].Name}", fold => ScoreTable.Text(fold.InnerScore, "G6")));
        columns.AddRange(parameters.Select((parameter, i) => (names[i], (Func<NestedFold<TEstimator, TFitted>, string>)(fold => parameter.Format(fold.Configuration) ?? ""))));
        return ScoreTable.Of(Folds, columns);
    }

    /// <summary>The mean and the standard deviation by each metric, a line each, then <see cref="ToTable"/> as text.</summary>
    public override string ToString() => string.Join('\n', [.. Scores.Select(scores => $"{scores.Name} {ScoreTable.Text(scores.Validation)}"), ToTable().ToString()]);
}
