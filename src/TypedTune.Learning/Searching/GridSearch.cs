namespace TypedTune.Learning;

/// <summary>Evaluates every point of a grid.</summary>
/// <typeparam name="TEstimator">The configuration, such as a pipeline.</typeparam>
public sealed record GridSearch<TEstimator> : Search<TEstimator>
{
    /// <summary>Creates a search.</summary>
    /// <param name="grid">The candidates; equal ones are fitted once.</param>
    public GridSearch(Grid<TEstimator> grid)
        : base(grid)
    {
    }

    internal override ISampler OwnSampler => Sampler is null
        ? TypedTune.Sampler.Grid
        : throw new ArgumentException($"A {nameof(GridSearch<>)} evaluates every point of its grid in order, but its Sampler is {Excerpt.FromObject(Sampler)}. Take a {nameof(Search<>)} with that sampler.");
}
