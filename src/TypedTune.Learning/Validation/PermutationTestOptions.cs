namespace TypedTune.Learning;

/// <summary>Says how many permutations a permutation test tries, which ones, and how many threads it uses. Immutable.</summary>
public sealed record PermutationTestOptions
{
    /// <summary>How many random orders of the targets are tried, from 1 to 1,000,000; the p-value cannot be below 1 / (1 + permutations). Default: 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside.</exception>
    public int Permutations
    {
        get;
        init => field = value is >= 1 and <= 1_000_000 ? value : throw new ArgumentOutOfRangeException(nameof(Permutations), value, $"Permutations must be from 1 to 1000000, but is {value}.");
    } = 100;

    /// <summary>The seed of the random orders. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>How many threads work, at least 1. Default: one a processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Threads
    {
        get;
        init => field = ThreadCount.Require(value, nameof(Threads));
    }
}
