namespace TypedTune;

/// <summary>Proposes every point of a grid, in the order of the grid. Immutable and thread safe.</summary>
public sealed record GridSampler : ISampler
{
    /// <inheritdoc/>
    public bool Learns => false;

    /// <inheritdoc/>
    public ISamplerSession<T> Start<T>(SamplerStart<T> start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return start.Space is Grid<T> grid
            ? new EnumeratedSession<T>(grid, grid.HasDistinctPoints, grid.Cardinality)
            : throw new ArgumentException($"{nameof(GridSampler)} visits every point of a grid, but the space is a continuum. Use Sampler.Random, or make a grid of each range with Steps.", nameof(start));
    }
}
