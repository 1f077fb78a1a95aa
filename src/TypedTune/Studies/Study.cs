using System.Diagnostics;

namespace TypedTune;

/// <summary>
/// Searches for the configuration that an objective likes best, whatever the objective computes. Of a <see cref="Grid{T}"/> every point is
/// evaluated, of a <see cref="Space{T}"/> a number of random ones.
/// </summary>
/// <remarks>
/// The same space, seed and objective give the same trials at any number of threads and in any process; only a limit of time, a
/// cancellation and <see cref="FailurePolicy.Stop"/> depend on how fast the machine is. Thread safe.
/// </remarks>
public static class Study
{
    /// <summary>Evaluates every point of a grid and ranks by the smallest value.</summary>
    /// <typeparam name="T">The configuration.</typeparam>
    /// <param name="grid">The candidates; equal ones are evaluated once. Where each value of each hyperparameter makes a configuration of its own, all of their combinations count as different.</param>
    /// <param name="objective">What to minimize; called from several threads at once. A value that is not a number is a failure.</param>
    /// <param name="options">Threads, limits and what to do about failures.</param>
    /// <param name="progress">Told after each trial, from the thread that ran it, one at a time.</param>
    /// <param name="known">
    /// Trials of an earlier study, such as its <see cref="TrialHistory{TTrial, T}.Trials"/>: a configuration that equals one of them is not
    /// evaluated again, and the result is the one of a study that was never interrupted. Those that failed are evaluated again.
    /// </param>
    /// <param name="control">Pauses the study and lets it go on, from another thread.</param>
    /// <param name="cancellationToken">Ends the study early; what is finished is returned.</param>
    /// <exception cref="ArgumentException">The grid has no points, or a time limit of trials is set for an objective that takes no token.</exception>
    /// <exception cref="InvalidOperationException">The progress listener threw.</exception>
    public static StudyResult<T> Minimize<T>(Grid<T> grid, Func<T, double> objective, StudyOptions? options = null, IProgress<StudyProgress>? progress = null, IEnumerable<Trial<T>>? known = null, RunControl? control = null, CancellationToken cancellationToken = default) =>
        Visit(grid, Objective<T>.Of(objective, Direction.Minimize), options, progress, known, control, cancellationToken);

    /// <summary>Evaluates every point of a grid by an objective that can be broken off, and ranks by the smallest value.</summary>
    /// <remarks>The objective's token is cancelled when the study ends, or when the trial's time is up: <see cref="StudyOptions.TrialTimeout"/>.</remarks>
    /// <inheritdoc cref="Minimize{T}(Grid{T}, Func{T, double}, StudyOptions?, IProgress{StudyProgress}?, IEnumerable{Trial{T}}?, RunControl?, CancellationToken)"/>
    public static StudyResult<T> Minimize<T>(Grid<T> grid, Func<T, CancellationToken, double> objective, StudyOptions? options = null, IProgress<StudyProgress>? progress = null, IEnumerable<Trial<T>>? known = null, RunControl? control = null, CancellationToken cancellationToken = default) =>
        Visit(grid, Objective<T>.Of(objective, Direction.Minimize), options, progress, known, control, cancellationToken);

    /// <summary>Evaluates random points of a space and ranks by the smallest value.</summary>
    /// <param name="space">Where to draw from, without replacement while the space allows.</param>
    /// <param name="objective">What to minimize; called from several threads at once. A value that is not a number is a failure.</param>
    /// <param name="iterations">How many distinct configurations to evaluate, at least 1; fewer where the space holds fewer.</param>
    /// <param name="options">Seed, threads, limits and what to do about failures.</param>
    /// <param name="progress">Told after each trial, from the thread that ran it, one at a time.</param>
    /// <param name="known">
    /// Trials of an earlier study, such as its <see cref="TrialHistory{TTrial, T}.Trials"/>: a configuration that equals one of them is not
    /// evaluated again, and the result is the one of a study that was never interrupted. Those that failed are evaluated again.
    /// </param>
    /// <param name="control">Pauses the study and lets it go on, from another thread.</param>
    /// <param name="cancellationToken">Ends the study early; what is finished is returned.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="iterations"/> is below 1.</exception>
    /// <inheritdoc cref="Minimize{T}(Grid{T}, Func{T, double}, StudyOptions?, IProgress{StudyProgress}?, IEnumerable{Trial{T}}?, RunControl?, CancellationToken)"/>
    public static StudyResult<T> Minimize<T>(Space<T> space, Func<T, double> objective, int iterations, StudyOptions? options = null, IProgress<StudyProgress>? progress = null, IEnumerable<Trial<T>>? known = null, RunControl? control = null, CancellationToken cancellationToken = default) =>
        Draw(space, Objective<T>.Of(objective, Direction.Minimize), iterations, options, progress, known, control, cancellationToken);

    /// <summary>Evaluates random points of a space by an objective that can be broken off, and ranks by the smallest value.</summary>
    /// <remarks>The objective's token is cancelled when the study ends, or when the trial's time is up: <see cref="StudyOptions.TrialTimeout"/>.</remarks>
    /// <inheritdoc cref="Minimize{T}(Space{T}, Func{T, double}, int, StudyOptions?, IProgress{StudyProgress}?, IEnumerable{Trial{T}}?, RunControl?, CancellationToken)"/>
    public static StudyResult<T> Minimize<T>(Space<T> space, Func<T, CancellationToken, double> objective, int iterations, StudyOptions? options = null, IProgress<StudyProgress>? progress = null, IEnumerable<Trial<T>>? known = null, RunControl? control = null, CancellationToken cancellationToken = default) =>
        Draw(space, Objective<T>.Of(objective, Direction.Minimize), iterations, options, progress, known, control, cancellationToken);

    /// <summary>Evaluates every point of a grid and ranks by the largest value.</summary>
    /// <inheritdoc cref="Minimize{T}(Grid{T}, Func{T, double}, StudyOptions?, IProgress{StudyProgress}?, IEnumerable{Trial{T}}?, RunControl?, CancellationToken)"/>
    public static StudyResult<T> Maximize<T>(Grid<T> grid, Func<T, double> objective, StudyOptions? options = null, IProgress<StudyProgress>? progress = null, IEnumerable<Trial<T>>? known = null, RunControl? control = null, CancellationToken cancellationToken = default) =>
        Visit(grid, Objective<T>.Of(objective, Direction.Maximize), options, progress, known, control, cancellationToken);

    /// <summary>Evaluates every point of a grid by an objective that can be broken off, and ranks by the largest value.</summary>
    /// <inheritdoc cref="Minimize{T}(Grid{T}, Func{T, CancellationToken, double}, StudyOptions?, IProgress{StudyProgress}?, IEnumerable{Trial{T}}?, RunControl?, CancellationToken)"/>
    public static StudyResult<T> Maximize<T>(Grid<T> grid, Func<T, CancellationToken, double> objective, StudyOptions? options = null, IProgress<StudyProgress>? progress = null, IEnumerable<Trial<T>>? known = null, RunControl? control = null, CancellationToken cancellationToken = default) =>
        Visit(grid, Objective<T>.Of(objective, Direction.Maximize), options, progress, known, control, cancellationToken);

    /// <summary>Evaluates random points of a space and ranks by the largest value.</summary>
    /// <inheritdoc cref="Minimize{T}(Space{T}, Func{T, double}, int, StudyOptions?, IProgress{StudyProgress}?, IEnumerable{Trial{T}}?, RunControl?, CancellationToken)"/>
    public static StudyResult<T> Maximize<T>(Space<T> space, Func<T, double> objective, int iterations, StudyOptions? options = null, IProgress<StudyProgress>? progress = null, IEnumerable<Trial<T>>? known = null, RunControl? control = null, CancellationToken cancellationToken = default) =>
        Draw(space, Objective<T>.Of(objective, Direction.Maximize), iterations, options, progress, known, control, cancellationToken);

    /// <summary>Evaluates random points of a space by an objective that can be broken off, and ranks by the largest value.</summary>
    /// <inheritdoc cref="Minimize{T}(Space{T}, Func{T, CancellationToken, double}, int, StudyOptions?, IProgress{StudyProgress}?, IEnumerable{Trial{T}}?, RunControl?, CancellationToken)"/>
    public static StudyResult<T> Maximize<T>(Space<T> space, Func<T, CancellationToken, double> objective, int iterations, StudyOptions? options = null, IProgress<StudyProgress>? progress = null, IEnumerable<Trial<T>>? known = null, RunControl? control = null, CancellationToken cancellationToken = default) =>
        Draw(space, Objective<T>.Of(objective, Direction.Maximize), iterations, options, progress, known, control, cancellationToken);

    private static StudyResult<T> Visit<T>(Grid<T> grid, Objective<T> objective, StudyOptions? options, IProgress<StudyProgress>? progress, IEnumerable<Trial<T>>? known, RunControl? control, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var call = Checked(objective, new StudyCall<T>(options ?? new StudyOptions(), progress, known, control, cancellationToken));
        return Run(grid, new CandidateQueue<T>(grid, mayRepeat: !grid.HasDistinctPoints, Total(grid, null), call.Options.Budget.Trials), Total(grid, call.Options.Budget.Trials), objective, call);
    }

    private static StudyResult<T> Draw<T>(Space<T> space, Objective<T> objective, int iterations, StudyOptions? options, IProgress<StudyProgress>? progress, IEnumerable<Trial<T>>? known, RunControl? control, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(space);
        if (iterations < 1)
            throw new ArgumentOutOfRangeException(nameof(iterations), iterations, $"iterations must be at least 1, but is {iterations}.");
        var call = Checked(objective, new StudyCall<T>(options ?? new StudyOptions(), progress, known, control, cancellationToken));
        var drawn = RandomSampler.Draw(space, iterations, Seed.Of(call.Options.Seed));
        return Run(space, new CandidateQueue<T>(drawn, mayRepeat: false, Total(space, iterations), call.Options.Budget.Trials), Total(space, Math.Min(iterations, call.Options.Budget.Trials ?? iterations)), objective, call);
    }

    private static StudyResult<T> Run<T>(Space<T> space, CandidateQueue<T> candidates, long? total, Objective<T> objective, StudyCall<T> call)
    {
        using var activity = TypedTuneDiagnostics.ActivitySource.StartActivity("study");
        using var run = new StudyRun<T>(candidates, total, objective, call);
        try
        {
            var result = run.Run(space.Parameters);
            activity?.SetTag("typedtune.trials", result.Trials.Count).SetTag("typedtune.stop_reason", result.StopReason.ToString());
            return result;
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            throw;
        }
    }

    private static StudyCall<T> Checked<T>(Objective<T> objective, StudyCall<T> call)
    {
        if (call.Options.Threads < 1)
            throw new ArgumentOutOfRangeException("options", call.Options.Threads, $"Threads must be at least 1, but is {call.Options.Threads}.");
        if (call.Options.TrialTimeout is { } limit && !objective.IsCancellable)
            throw new ArgumentException($"TrialTimeout is {limit}, but the objective takes no token by which it could be ended. Give an objective of the configuration and a {nameof(CancellationToken)}.", "options");
        return call;
    }

    private static long? Total<T>(Space<T> space, int? most)
    {
        var points = space.Cardinality;
        if (points is null)
            return most;
        return points <= (most ?? long.MaxValue) ? (long?)points : most;
    }
}
