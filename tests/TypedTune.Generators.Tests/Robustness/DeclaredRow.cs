namespace TypedTune.Generators.Tests.Robustness;

/// <summary>A row type of a random source, with the names of its feature columns.</summary>
internal sealed record DeclaredRow(string Type, IReadOnlyList<string> Numbers, IReadOnlyList<string> Categories);
