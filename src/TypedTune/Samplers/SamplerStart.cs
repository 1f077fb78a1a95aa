namespace TypedTune;

/// <summary>What a sampler knows when it starts. Immutable.</summary>
/// <typeparam name="T">The configuration.</typeparam>
/// <param name="Space">The configurations to propose from.</param>
/// <param name="Seed">The source of all random draws.</param>
/// <param name="Direction">Whether small or large scores are good.</param>
public sealed record SamplerStart<T>(Space<T> Space, Seed Seed, Direction Direction);
