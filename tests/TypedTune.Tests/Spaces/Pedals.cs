namespace TypedTune.Tests.Spaces;

/// <summary>An option with nothing to tune.</summary>
public sealed record Pedals : IEngine;
