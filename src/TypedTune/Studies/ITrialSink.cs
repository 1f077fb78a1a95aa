namespace TypedTune;

/// <summary>Takes the results of candidates. Each candidate that an evaluator was given is ended exactly once. Thread safe.</summary>
/// <remarks>Observers may be told on the calling thread: call it under no lock.</remarks>
public interface ITrialSink
{
    /// <summary>Reports an intermediate value of a candidate.</summary>
    /// <param name="index">The candidate's place in the order of proposal.</param>
    /// <param name="report">The value; its step must be larger than that of the report before.</param>
    /// <returns>Whether the pruner ends the trial here: then end it by <see cref="Prune"/>.</returns>
    /// <exception cref="ArgumentException">No such candidate is pending, the step is not larger, or the value is not a number.</exception>
    bool Report(int index, TrialReport report);

    /// <summary>Ends a candidate that was evaluated to its end.</summary>
    /// <param name="index">The candidate's place in the order of proposal.</param>
    /// <param name="outcome">The result. A score that is not a number makes the trial a failed one.</param>
    /// <exception cref="ArgumentException">No such candidate is pending.</exception>
    void Complete(int index, TrialOutcome outcome);

    /// <summary>Ends a candidate that the pruner is done with.</summary>
    /// <param name="index">The candidate's place in the order of proposal.</param>
    /// <param name="duration">How long the evaluation took.</param>
    /// <exception cref="ArgumentException">No such candidate is pending.</exception>
    void Prune(int index, TimeSpan duration);

    /// <summary>Ends a candidate whose evaluation failed.</summary>
    /// <param name="index">The candidate's place in the order of proposal.</param>
    /// <param name="error">Why it failed.</param>
    /// <param name="duration">How long the evaluation took, failed attempts included.</param>
    /// <exception cref="ArgumentException">No such candidate is pending.</exception>
    void Fail(int index, Exception error, TimeSpan duration);

    /// <summary>Ends a candidate whose evaluation was broken off by the end of the study, which says nothing about the candidate. There will be no trial.</summary>
    /// <param name="index">The candidate's place in the order of proposal.</param>
    /// <exception cref="ArgumentException">No such candidate is pending.</exception>
    void Abandon(int index);
}
