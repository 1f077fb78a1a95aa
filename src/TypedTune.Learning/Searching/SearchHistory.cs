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

    /// <summary>The trials for people, the best first: rank, mean and standard deviation of the score, the means by other metrics, the hyperparameters that the space varies, and the seconds spent on fits.</summary>
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
