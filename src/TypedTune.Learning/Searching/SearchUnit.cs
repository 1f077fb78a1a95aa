namespace TypedTune.Learning;

/// <summary>The smallest part of a search that can be made by itself, in another process too: one candidate on one fold.</summary>
/// <param name="Candidate">The candidate's place among the distinct ones, in the order of proposal, from 0.</param>
/// <param name="Fold">The fold, from 0.</param>
public readonly record struct SearchUnit(int Candidate, int Fold);
