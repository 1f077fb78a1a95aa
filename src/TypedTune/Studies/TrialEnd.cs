namespace TypedTune;

/// <summary>How the evaluation of a candidate ended.</summary>
/// <param name="State">The state of its trial.</param>
/// <param name="Outcome">Its score and details where it was evaluated to its end; always its duration.</param>
/// <param name="Error">Why it failed; null where it did not.</param>
internal readonly record struct TrialEnd(TrialState State, TrialOutcome Outcome, Exception? Error = null)
{
    /// <summary>Evaluated to its end. A score that is not a number is a failure.</summary>
    public static TrialEnd Complete(TrialOutcome outcome) => double.IsNaN(outcome.Score)
        ? Failed(new InvalidOperationException("The score is not a number."), outcome.Duration)
        : new(TrialState.Complete, outcome);

    /// <summary>Ended by the pruner.</summary>
    public static TrialEnd Pruned(TimeSpan duration) => new(TrialState.Pruned, new TrialOutcome { Duration = duration });

    /// <summary>Failed.</summary>
    public static TrialEnd Failed(Exception error, TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(TrialState.Failed, new TrialOutcome { Duration = duration }, error);
    }

    /// <summary>The trial of a candidate that ended so.</summary>
    public Trial<T> ToTrial<T>(Candidate<T> candidate, IReadOnlyList<TrialReport> reports) => State switch
    {
        TrialState.Complete => Trial<T>.Complete(candidate.Index, candidate.Configuration, Outcome, reports),
        TrialState.Pruned => Trial<T>.Pruned(candidate.Index, candidate.Configuration, reports, Outcome.Duration),
        _ => Trial<T>.Failed(candidate.Index, candidate.Configuration, Error!, Outcome.Duration, reports),
    };
}
