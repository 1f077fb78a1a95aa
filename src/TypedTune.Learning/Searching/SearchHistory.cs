namespace TypedTune.Learning;

/// <summary>The trials of a search in the user's own type, ranked, as a run returned them or as they were read back. Immutable.</summary>
/// <typeparam name="TEstimator">The configuration.</typeparam>
public class SearchHistory<TEstimator> : TrialHistory<SearchTrial<TEstimator>, TEstimator>
{
    private readonly SearchTable<TEstimator> _table;

    internal SearchHistory(IReadOnlyList<SearchTrial<TEstimator>> trials, Search<TEstimator> search, SearchFacts facts)
        : base(trials, facts.Metrics[0].Direction, facts.StopReason, facts.Duration)
    {
        RowCount = facts.Rows;
        StepTimes = facts.StepTimes;
        Identity = facts.Identity;
        Error = facts.Error;
        ObserverErrors = facts.ObserverErrors;
        Metrics = [.. facts.Metrics.Select(metric => metric.Name)];
        Evaluation = search.Evaluation.ToString() ?? "";
        Parameters = search.Space.Parameters;
        HeldBackRatio = facts.HeldBackRatio;
        _table = new SearchTable<TEstimator>(this);
        RankByMetric();
    }

    /// <summary>N, how many rows the search was run on.</summary>
    public int RowCount { get; }

    /// <summary>How candidates were scored, in words.</summary>
    public string Evaluation { get; }

    /// <summary>The metrics, the one that ranks first.</summary>
    public IReadOnlyList<string> Metrics { get; }

    /// <summary>The hyperparameters that the space varies.</summary>
    public IReadOnlyList<SpaceParameter<TEstimator>> Parameters { get; }

    /// <summary>How long the fits of each step took: for the plans of later searches.</summary>
    public IReadOnlyList<StepTime> StepTimes { get; }

    /// <summary>The facts beside the configurations on which the scores depend: rows, evaluation, metrics, seed and all that the space fixes. A search that continues this one must have the same.</summary>
    public StudyIdentity Identity { get; }

    /// <summary>The exception of the space or the sampler that ended the search, where <see cref="TrialHistory{TTrial, T}.StopReason"/> is <see cref="StopReason.Error"/>; null otherwise.</summary>
    public Exception? Error { get; }

    /// <summary>The observers and progress listeners that threw, each of which was told nothing more.</summary>
    public IReadOnlyList<ObserverError> ObserverErrors { get; }

    /// <summary>Compares two trials by the scores of the folds that both were scored on.</summary>
    /// <param name="first">One of the trials.</param>
    /// <param name="second">Another one.</param>
    /// <param name="metric">By which scores; default: those that rank the trials.</param>
    /// <param name="options">Which differences mean nothing, and the confidence of the interval. Default: none, and 0.95.</param>
    /// <exception cref="ArgumentException">A trial is of another search, failed or was pruned, or the search did not score by the metric.</exception>
    /// <exception cref="InvalidOperationException">There is a single fold, whose score says nothing of its spread.</exception>
    public TrialComparison Compare(SearchTrial<TEstimator> first, SearchTrial<TEstimator> second, IMetric<TEstimator>? metric = null, ComparisonOptions? options = null)
    {
        var (one, other) = (ScoresOf(first, metric, nameof(first)), ScoresOf(second, metric, nameof(second)));
        if (one.Validation.Values.Count < 2)
            throw new InvalidOperationException($"Trials are compared fold by fold, but {Evaluation} has a single score a trial. Evaluate by folds, such as {nameof(KFold)}.");
        return CompareScores(one, other, options ?? new ComparisonOptions());
    }

    /// <summary>The trials for people, the best first: rank, mean and standard deviation of the score, the p-value of <see cref="Compare"/> with the best one, the means by other metrics, the hyperparameters that the space varies, and the seconds spent on fits.</summary>
    public TextTable ToTable() => _table.ForPeople();

    /// <summary>
    /// Writes the trials, the best first, as comma-separated values with a header line: all that <see cref="ToTable"/> has in full precision, for each metric
    /// mean, standard deviation, standard error, rank and the score of each fold, and the same of training rows where they were scored.
    /// </summary>
    /// <param name="writer">The writer that gets the text; left open.</param>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        TextTableCsv.Write(_table.InFull(), writer);
    }

    /// <summary>Writes the trials as JSON, in the order of the candidates and in full precision; <see cref="Search{TEstimator}.ReadJson"/> reads them back.</summary>
    /// <param name="stream">The stream that is written to; left open.</param>
    /// <exception cref="InvalidOperationException">Two configurations cannot be told apart by the text of their hyperparameters, so that they could not be read back.</exception>
    public void WriteJson(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        SearchJson.Write(this, stream);
    }

    /// <summary>The trials for people: <see cref="ToTable"/> as text.</summary>
    public override string ToString() => ToTable().ToString();

    /// <summary>How many rows are held back for each one that is learned from, the mean over folds; null where that is not known.</summary>
    internal double? HeldBackRatio { get; }

    /// <summary>The p-value of a trial against the best one; null for that, and where there is none.</summary>
    internal double? PValueOf(SearchTrial<TEstimator> trial) =>
        trial.Succeeded && trial.FoldScores.Count > 1 && trial != Best ? CompareScores(Best.Scores[0], trial.Scores[0], new ComparisonOptions()).PValue : null;

    // Folds that hold each row back once are the usual ones.
    private TrialComparison CompareScores(MetricScores one, MetricScores other, ComparisonOptions options)
    {
        double sign = one.Direction == Direction.Maximize ? 1 : -1;
        double[] differences = [.. one.Validation.Values.Zip(other.Validation.Values, (first, second) => sign * (first - second))];
        return new TrialComparison(differences, HeldBackRatio ?? 1.0 / (differences.Length - 1), options);
    }

    private MetricScores ScoresOf(SearchTrial<TEstimator> trial, IMetric<TEstimator>? metric, string parameter)
    {
        ArgumentNullException.ThrowIfNull(trial, parameter);
        if (!Trials.Contains(trial))
            throw new ArgumentException("The trial is of another search. Compare trials of one search, which were scored on the same folds.", parameter);
        if (!trial.Succeeded)
            throw new ArgumentException($"The trial has no scores: it {(trial.Error is null ? "was pruned" : "failed")}.", parameter);
        return metric is null ? trial.Scores[0] : trial.ScoresOf(metric);
    }

    private void RankByMetric()
    {
        SearchTrial<TEstimator>[] succeeded = [.. Trials.Where(trial => trial.Succeeded)];
        for (int m = 0; m < Metrics.Count && succeeded.Length > 0; m++)
        {
            MetricScores[] scores = [.. succeeded.Select(trial => trial.Scores[m])];
            int[] ranks = Ranking.Compute([.. scores.Select(own => own.Validation.Mean)], scores[0].Direction);
            for (int i = 0; i < ranks.Length; i++)
                scores[i].Rank = ranks[i];
        }
    }
}
