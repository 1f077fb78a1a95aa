namespace TypedTune.Learning;

/// <summary>The scores of one candidate on one fold; numbers and texts only, so that they can be sent to another process. Immutable.</summary>
/// <param name="Unit">The candidate and the fold.</param>
/// <param name="Search">The fingerprint of what scores depend on beside the configuration, such as the rows and the metrics: <see cref="StudyIdentity.Fingerprint"/>.</param>
/// <param name="Configuration">The fingerprint of the candidate's configuration, by which the search that joins them knows it.</param>
public sealed record UnitScores(SearchUnit Unit, Fingerprint Search, Fingerprint Configuration)
{
    /// <summary>A score for each metric, the one that ranks first; empty where the unit failed.</summary>
    public IReadOnlyList<double> Validation { get; init; } = [];

    /// <summary>A score for each metric on the rows that were learned from; null where these are not scored.</summary>
    public IReadOnlyList<double>? Training { get; init; }

    /// <summary>Why the unit failed; null if it did not.</summary>
    public string? Error { get; init; }

    /// <summary>How long the fits took, those shared with other units included.</summary>
    public TimeSpan FitTime { get; init; }

    /// <summary>How long it took to apply the steps, predict and score.</summary>
    public TimeSpan ScoreTime { get; init; }
}
