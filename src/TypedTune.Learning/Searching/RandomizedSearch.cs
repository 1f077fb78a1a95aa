namespace TypedTune.Learning;

/// <summary>
/// Evaluates random points of a space (Bergstra and Bengio, "Random search for hyper-parameter optimization", 2012),
/// without replacement while the space allows.
/// </summary>
/// <typeparam name="TEstimator">The configuration, such as a pipeline.</typeparam>
/// <remarks>Differs from scikit-learn's in that a continuum in one term does not bring replacement to the others.</remarks>
public sealed record RandomizedSearch<TEstimator> : Search<TEstimator>
{
    private readonly int _iterations = 10;

    /// <summary>Creates a search.</summary>
    /// <param name="space">Where to draw from: every point of a grid is as likely; see <see cref="Space{T}"/> for the rest.</param>
    public RandomizedSearch(Space<TEstimator> space)
        : base(space)
    {
    }

    /// <summary>How many distinct configurations are drawn, at least 1; fewer where the space holds fewer. Default 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Iterations
    {
        get => _iterations;
        init => _iterations = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Iterations), value, $"Iterations must be at least 1, but is {value}.");
    }

    internal override ISampler OwnSampler => Sampler is null
        ? new RandomSampler { Count = Iterations }
        : throw new ArgumentException($"A {nameof(RandomizedSearch<>)} draws {nameof(Iterations)} random points, but its Sampler is {Excerpt.FromObject(Sampler)}. Take a {nameof(Search<>)} with that sampler and a Budget.Trials.");
}
