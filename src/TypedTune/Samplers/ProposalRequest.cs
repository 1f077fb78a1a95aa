namespace TypedTune;

/// <summary>A study's request for the next configuration.</summary>
/// <typeparam name="T">The configuration.</typeparam>
/// <param name="Index">The place that the candidate will have in the order of proposal, from 0.</param>
/// <param name="Attempt">
/// How often this place was asked for already, since the configurations that were proposed for it had been proposed before; from 0. Random draws
/// are keyed by <paramref name="Index"/> and this, or the same configuration would be proposed again.
/// </param>
/// <param name="Pending">The candidates that were proposed but not told yet, in order; empty if the sampler does not learn.</param>
public readonly record struct ProposalRequest<T>(int Index, int Attempt, IReadOnlyList<Candidate<T>> Pending);
