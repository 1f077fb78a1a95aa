namespace TypedTune;

/// <summary>What a study computes of a configuration. Immutable.</summary>
/// <param name="Compute">Computes the score; the trial is null unless <paramref name="Reports"/>.</param>
/// <param name="IsCancellable">Whether the objective takes the token, and so may be expected to look at it.</param>
/// <param name="Reports">Whether the objective takes the trial, to report intermediate values.</param>
internal sealed record Objective<T>(Func<T, RunningTrial, CancellationToken, double> Compute, bool IsCancellable, bool Reports)
{
    /// <summary>How long an evaluation may take; null for any time.</summary>
    public TimeSpan? Timeout { get; init; }
}
