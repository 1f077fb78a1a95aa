namespace TypedTune.Learning;

/// <summary>What comes of a candidate, fold by fold, in any order. Not thread safe.</summary>
internal sealed class CandidateFolds<TSelf>(Candidate<TSelf> candidate, int folds)
{
    private readonly FitUnit?[] _units = new FitUnit?[folds];
    private readonly FoldScore?[] _scores = new FoldScore?[folds];
    private int _remaining = folds;

    /// <summary>Takes a fold in.</summary>
    /// <returns>Whether all folds have ended.</returns>
    public bool Add(CandidateFold<TSelf> ended)
    {
        _units[ended.Fold] = ended.Unit;
        _scores[ended.Fold] = ended.Scores;
        return --_remaining == 0;
    }

    /// <summary>The trial: its scores, or the failure of the first fold that failed.</summary>
    public SearchTrial<TSelf> ToTrial(IReadOnlyList<IMetric<TSelf>> metrics)
    {
        var (fit, score) = FitUnit.Times(FitUnit.Reachable(_units.OfType<FitUnit>()));
        var error = _units.Select(unit => unit?.Error).FirstOrDefault(error => error is not null);
        IReadOnlyList<MetricScores> scores = error is null ? FoldScore.Summarize(_scores!, metrics) : [];
        return new SearchTrial<TSelf>(candidate.Index, candidate.Configuration, candidate.Occurrences, scores, error, fit, score);
    }
}
