namespace TypedTune;

/// <summary>A trial ended.</summary>
/// <param name="Index">The trial's place in the order of proposal, from 0.</param>
/// <param name="State">How it ended.</param>
public sealed record EndedEvent(int Index, TrialState State) : StudyEvent(Index)
{
    /// <summary>The objective's value, never not-a-number; null where the trial failed or was pruned.</summary>
    public double? Score { get; init; }

    /// <summary>The numbers that the evaluator keeps with the trial; see <see cref="TrialOutcome.Details"/>.</summary>
    public IReadOnlyList<double> Details { get; init; } = [];

    /// <summary>The message of the exception that made the trial fail; null otherwise.</summary>
    public string? Error { get; init; }

    /// <summary>How long the evaluation took, failed attempts included.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether all members are equal, those of the list included.</summary>
    /// <param name="other">Another event.</param>
    public bool Equals(EndedEvent? other) => base.Equals(other)
        && (State, Score, Error, Duration) == (other.State, other.Score, other.Error, other.Duration)
        && Details.SequenceEqual(other.Details);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Index, State, Score, Duration);
}
