namespace TypedTune.Learning;

/// <summary>Says how many random orders of each column permutation importances try, and which ones. Immutable.</summary>
public sealed record PermutationImportanceOptions
{
    /// <summary>How many random orders are drawn for each column, at least 1. Default: 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Repeats
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Repeats), value, $"Repeats must be at least 1, but is {value}.");
    } = 5;

    /// <summary>The seed of the random orders. Default: 0.</summary>
    public int Seed { get; init; }
}
