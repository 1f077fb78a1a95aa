namespace TypedTune;

/// <summary>The samplers that come with the library, with their default options.</summary>
public static class Sampler
{
    /// <summary>Proposes every point of a grid, in the order of the grid.</summary>
    public static GridSampler Grid { get; } = new();

    /// <summary>Proposes random points of a space, without replacement while the space allows.</summary>
    public static RandomSampler Random { get; } = new();

    /// <summary>The sampler of a study that names none: <see cref="Grid"/> for a grid, <see cref="Random"/> for any other space.</summary>
    internal static ISampler DefaultFor<T>(Space<T> space) => space is Grid<T> ? Grid : Random;
}
