namespace TypedTune;

/// <summary>Searches for the configuration that an objective likes best, whatever the objective computes.</summary>
public static class Study
{
    /// <summary>Evaluates every point of a grid and ranks by the smallest value.</summary>
    /// <typeparam name="T">The configuration.</typeparam>
    /// <param name="grid">The candidates; equal ones are evaluated once.</param>
    /// <param name="objective">What to minimize; called from several threads at once. A value that is not a number is a failure.</param>
    /// <param name="options">Threads, time and what to do about failures.</param>
    /// <param name="progress">Told after each trial, from the thread that ran it.</param>
    /// <param name="cancellationToken">Ends the study early; what is finished is returned.</param>
    /// <exception cref="ArgumentException">The grid has no points.</exception>
    public static StudyResult<T> Minimize<T>(Grid<T> grid, Func<T, double> objective, StudyOptions? options = null, IProgress<StudyProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Run(grid, grid, null, objective, Direction.Minimize, options, progress, cancellationToken);

    /// <summary>Evaluates random points of a space and ranks by the smallest value.</summary>
    /// <param name="space">Where to draw from, without replacement while the space allows.</param>
    /// <param name="objective">What to minimize; called from several threads at once. A value that is not a number is a failure.</param>
    /// <param name="iterations">How many distinct configurations to evaluate, at least 1; fewer where the space holds fewer.</param>
    /// <param name="options">Seed, threads, time and what to do about failures.</param>
    /// <param name="progress">Told after each trial, from the thread that ran it.</param>
    /// <param name="cancellationToken">Ends the study early; what is finished is returned.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="iterations"/> is below 1.</exception>
    /// <inheritdoc cref="Minimize{T}(Grid{T}, Func{T, double}, StudyOptions?, IProgress{StudyProgress}?, CancellationToken)"/>
    public static StudyResult<T> Minimize<T>(Space<T> space, Func<T, double> objective, int iterations, StudyOptions? options = null, IProgress<StudyProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Run(space, Drawn(space, iterations, options), iterations, objective, Direction.Minimize, options, progress, cancellationToken);

    /// <summary>Evaluates every point of a grid and ranks by the largest value.</summary>
    /// <inheritdoc cref="Minimize{T}(Grid{T}, Func{T, double}, StudyOptions?, IProgress{StudyProgress}?, CancellationToken)"/>
    public static StudyResult<T> Maximize<T>(Grid<T> grid, Func<T, double> objective, StudyOptions? options = null, IProgress<StudyProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Run(grid, grid, null, objective, Direction.Maximize, options, progress, cancellationToken);

    /// <summary>Evaluates random points of a space and ranks by the largest value.</summary>
    /// <inheritdoc cref="Minimize{T}(Space{T}, Func{T, double}, int, StudyOptions?, IProgress{StudyProgress}?, CancellationToken)"/>
    public static StudyResult<T> Maximize<T>(Space<T> space, Func<T, double> objective, int iterations, StudyOptions? options = null, IProgress<StudyProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Run(space, Drawn(space, iterations, options), iterations, objective, Direction.Maximize, options, progress, cancellationToken);

    private static IEnumerable<T> Drawn<T>(Space<T> space, int iterations, StudyOptions? options)
    {
        ArgumentNullException.ThrowIfNull(space);
        if (iterations < 1)
            throw new ArgumentOutOfRangeException(nameof(iterations), iterations, $"iterations must be at least 1, but is {iterations}.");
        return RandomSampler.Draw(space, iterations, Seed.Of(options?.Seed ?? 0));
    }

    private static StudyResult<T> Run<T>(Space<T> space, IEnumerable<T> candidates, int? iterations, Func<T, double> objective, Direction direction, StudyOptions? options, IProgress<StudyProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(objective);
        options ??= new StudyOptions();
        if (options.Threads < 1)
            throw new ArgumentOutOfRangeException(nameof(options), options.Threads, $"Threads must be at least 1, but is {options.Threads}.");
        using var run = new StudyRun<T>(space, candidates, Total(space, iterations), objective, direction, options, progress, cancellationToken);
        return run.Run();
    }

    private static long? Total<T>(Space<T> space, int? iterations)
    {
        var points = space.Cardinality;
        if (iterations is { } most)
            return points < most ? (long)points : most;
        return points <= long.MaxValue ? (long?)points : null;
    }
}
