namespace TypedTune.Learning;

/// <summary>Trials as rows of text.</summary>
internal sealed class SearchTable<TEstimator>(SearchHistory<TEstimator> history)
{
    /// <summary>Makes a table that fits on a screen.</summary>
    public TextTable ForPeople()
    {
        var columns = new List<Column>
        {
            new("rank", trial => trial.Succeeded ? ScoreTable.Text(trial.Rank) : Name(trial.State)),
            new($"mean {history.Metrics[0]}", trial => ScoreTable.Text(trial.Score, "G6")),
            new("std", trial => ScoreTable.Text(trial.StandardDeviation, "G4")),
        };
        if (HasFolds)
            columns.Add(new("p", trial => ScoreTable.Text(history.PValueOf(trial), "G2")));
        columns.AddRange(history.Metrics.Select((metric, m) => new Column($"mean {metric}", trial => ScoreTable.Text(Of(trial, m)?.Validation.Mean, "G6"))).Skip(1));
        if (HasTraining)
            columns.AddRange(history.Metrics.Select((metric, m) => new Column($"train {metric}", trial => ScoreTable.Text(Of(trial, m)?.Training?.Mean, "G6"))));
        columns.AddRange(Parameters(SpaceParameter<TEstimator>.ShortNames(history.Parameters)));
        columns.Add(new("fit s", trial => ScoreTable.Seconds(trial.FitTime)));
        if (history.Trials.Any(trial => trial.Error is not null))
            columns.Add(new("error", trial => trial.ErrorMessage ?? ""));
        return Table(columns);
    }

    /// <summary>Makes a table of all columns.</summary>
    public TextTable InFull()
    {
        var columns = new List<Column> { new("rank", trial => ScoreTable.Text(trial.Rank)) };
        columns.AddRange(Summary("mean", "std", 0, scores => scores?.Validation));
        columns.AddRange(Parameters([.. history.Parameters.Select(parameter => parameter.Path)]));
        columns.AddRange(Folds("fold", 0, scores => scores?.Validation));
        columns.Add(new("standard error", trial => ScoreTable.Text(trial.StandardError, "R")));
        columns.Add(new("p against the best", trial => ScoreTable.Text(history.PValueOf(trial), "R")));
        for (int m = 1; m < history.Metrics.Count; m++)
        {
            int metric = m;
            columns.Add(new($"rank {history.Metrics[m]}", trial => ScoreTable.Text(Of(trial, metric)?.Rank)));
            columns.AddRange(Summary("mean", $"std {history.Metrics[m]}", m, scores => scores?.Validation));
            columns.AddRange(Folds($"{history.Metrics[m]} fold", m, scores => scores?.Validation));
        }

        for (int m = 0; HasTraining && m < history.Metrics.Count; m++)
        {
            columns.AddRange(Summary("mean training", $"std training {history.Metrics[m]}", m, scores => scores?.Training));
            columns.AddRange(Folds($"training {history.Metrics[m]} fold", m, scores => scores?.Training));
        }

        columns.Add(new("fit s", trial => ScoreTable.Seconds(trial.FitTime)));
        columns.Add(new("score s", trial => ScoreTable.Seconds(trial.ScoreTime)));
        columns.Add(new("state", trial => Name(trial.State)));
        columns.Add(new("error", trial => trial.ErrorMessage ?? ""));
        return Table(columns);
    }

    private bool HasTraining => history.Trials.Any(trial => trial.Succeeded && trial.Scores[0].Training is not null);

    private bool HasFolds => history.Trials.Any(trial => trial.FoldScores.Count > 1);

    private static string Name(TrialState state) => state switch
    {
        TrialState.Complete => "complete",
        TrialState.Pruned => "pruned",
        _ => "failed",
    };

    private static MetricScores? Of(SearchTrial<TEstimator> trial, int metric) => trial.Succeeded ? trial.Scores[metric] : null;

    private IEnumerable<Column> Summary(string mean, string deviation, int metric, Func<MetricScores?, FoldScores?> part) =>
    [
        new($"{mean} {history.Metrics[metric]}", trial => ScoreTable.Text(part(Of(trial, metric))?.Mean, "R")),
        new(deviation, trial => ScoreTable.Text(part(Of(trial, metric))?.StandardDeviation, "R")),
    ];

    private IEnumerable<Column> Folds(string name, int metric, Func<MetricScores?, FoldScores?> part)
    {
        int folds = history.Trials.Select(trial => trial.FoldScores.Count).DefaultIfEmpty().Max();
        return Enumerable.Range(0, folds).Select(fold => new Column($"{name} {fold}", trial => ScoreTable.Text(part(Of(trial, metric))?.Values[fold], "R")));
    }

    private IEnumerable<Column> Parameters(IReadOnlyList<string> names) =>
        history.Parameters.Select((parameter, i) => new Column(names[i], trial => parameter.Format(trial.Configuration) ?? ""));

    private TextTable Table(List<Column> columns) => ScoreTable.Of(history.Ranked, [.. columns.Select(column => (column.Header, column.Text))]);

    private readonly record struct Column(string Header, Func<SearchTrial<TEstimator>, string> Text);
}
