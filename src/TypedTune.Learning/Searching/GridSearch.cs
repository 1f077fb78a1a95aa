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

    internal override ISampler OwnSampler => TypedTune.Sampler.Grid;
}
