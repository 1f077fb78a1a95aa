namespace TypedTune.Learning;

/// <summary>The settings of a bootstrap. Immutable.</summary>
public sealed record BootstrapOptions
{
    /// <summary>How many samples are drawn, at least 1: as many fits, and one on all rows. Default: 50.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Samples
    {
        get;
        init => field = FoldChecks.AtLeast(1, value, nameof(Samples));
    } = 50;

    /// <summary>The seed by which samples are drawn. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>How many threads work, at least 1. Default: one a processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Threads
    {
        get;
        init => field = ThreadCount.Require(value, nameof(Threads));
    }
}
