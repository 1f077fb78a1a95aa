namespace TypedTune.Learning;

/// <summary>Says how many random orders of each column permutation importances try, and which ones. Immutable.</summary>
public sealed record PermutationImportanceOptions
{
    /// <summary>How many random orders are drawn for each column, from 1 to 100,000. Default: 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside.</exception>
    public int Repeats
    {
        get;
        init => field = value is >= 1 and <= 100_000 ? value : throw new ArgumentOutOfRangeException(nameof(Repeats), value, $"Repeats must be from 1 to 100000, but is {value}.");
    } = 5;

    /// <summary>The seed of the random orders. Default: 0.</summary>
    public int Seed { get; init; }
}
