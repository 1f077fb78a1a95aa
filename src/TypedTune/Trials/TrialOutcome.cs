namespace TypedTune;

/// <summary>The result of a trial that was evaluated to its end.</summary>
/// <param name="Score">The objective's value; never not-a-number.</param>
public readonly record struct TrialOutcome(double Score)
{
    /// <summary>
    /// Numbers that the evaluator wants kept with the trial, in an order of its own, such as the scores of each fold. A store keeps
    /// them bit for bit, and the evaluator gets them back with a trial that is known already. Default: none.
    /// </summary>
    public IReadOnlyList<double> Details { get => field ?? []; init; }

    /// <summary>How long the evaluation took, failed attempts included.</summary>
    public TimeSpan Duration { get; init; }
}
