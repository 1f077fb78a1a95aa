namespace TypedTune.Learning;

/// <summary>The folds of a candidate as they end, in any order. Not thread safe.</summary>
internal sealed class CandidateFolds<TSelf>(PlannedCandidate<TSelf> candidate, int folds)
{
    private readonly FitUnit?[] _units = new FitUnit?[folds];
    private readonly FoldScore?[] _scores = new FoldScore?[folds];
    private int _remaining = folds;
    private int _reported;
    private double _sum;
    private Exception? _meanError;

    public PlannedCandidate<TSelf> Candidate => candidate;

    /// <summary>The failure of the first fold that failed, or that the folds have no finite mean; null if there is an outcome.</summary>
    public Exception? Error => _units.Select(unit => unit?.Error).FirstOrDefault(error => error is not null) ?? _meanError;

    /// <summary>Whether the result is known: all folds have ended, or one failed and the search stops at that.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether a thread is reporting for the candidate.</summary>
    public bool IsReporting { get; set; }

    /// <summary>Whether the pruner has ended the candidate.</summary>
    public bool IsPruned { get; set; }

    /// <summary>Takes a fold in.</summary>
    /// <param name="ended">The fold.</param>
    /// <param name="endsAtAFailure">Whether the result is known once a fold has failed.</param>
    public void Add(CandidateFold<TSelf> ended, bool endsAtAFailure)
    {
        _units[ended.Fold] = ended.Unit;
        _scores[ended.Fold] = ended.Scores;
        HasEnded |= --_remaining == 0 || (endsAtAFailure && ended.Error is not null);
        if (_remaining == 0 && !_scores.Contains(null))
            _meanError = TrialDetails.FindError(_scores!);
    }

    /// <summary>The next report that is due: the mean score of the first folds, once all of them have ended.</summary>
    /// <returns>False where the next fold has not ended, or failed, or the mean is not finite, which fails the candidate at its end.</returns>
    public bool TryReport(out TrialReport report)
    {
        report = default;
        if (_reported == _scores.Length || _scores[_reported] is not { } fold)
            return false;
        _sum += fold.Validation[0];
        report = new TrialReport(++_reported, _sum / _reported);
        return double.IsFinite(_sum);
    }

    /// <summary>The time that the fits took, and that of applying and scoring.</summary>
    public (TimeSpan Fit, TimeSpan Score) Times() => FitUnit.Times(FitUnit.Reachable(_units.OfType<FitUnit>()));

    /// <summary>The outcome of a candidate that was scored on every fold.</summary>
    public TrialOutcome ToOutcome()
    {
        var (fit, score) = Times();
        return TrialDetails.ToOutcome(_scores!, fit, score);
    }
}
