namespace TypedTune;

/// <summary>The space, seed and direction that a study gives its sampler at the start. Immutable.</summary>
/// <typeparam name="T">The configuration.</typeparam>
/// <param name="Space">The configurations to propose from.</param>
/// <param name="Seed">The source of all random draws.</param>
/// <param name="Direction">Whether small or large scores are good.</param>
public sealed record SamplerStart<T>(Space<T> Space, Seed Seed, Direction Direction);
