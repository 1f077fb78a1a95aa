namespace TypedTune.Benchmarks.Peers;

/// <summary>What every peer is asked for.</summary>
/// <param name="Trees">How many trees.</param>
/// <param name="MaxFeatures">How many columns a split chooses from.</param>
/// <param name="Threads">How many threads.</param>
/// <param name="Seed">Where random draws come from.</param>
/// <param name="Leaves">The most leaves of a tree, for peers that have no unlimited ones.</param>
/// <param name="Levels">How many categories each of the last columns holds, for peers that take categories; numbered from 0.</param>
internal sealed record ForestSettings(int Trees, int MaxFeatures, int Threads, int Seed, int Leaves, int[] Levels);
