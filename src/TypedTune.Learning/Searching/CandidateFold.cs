namespace TypedTune.Learning;

/// <summary>The scores or the failure of one candidate on one fold.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Unit">The unit that scored it; what it scored is still there.</param>
internal readonly record struct CandidateFold<TSelf>(PlannedCandidate<TSelf> Candidate, FitUnit Unit)
{
    /// <summary>The fold, from 0.</summary>
    public int Fold => Unit.Task.Fold;

    /// <summary>The scores; null where the candidate failed.</summary>
    public FoldScore? Scores => (FoldScore?)Unit.Result;

    /// <summary>Why the candidate failed, or null.</summary>
    public Exception? Error => Unit.Error;
}
