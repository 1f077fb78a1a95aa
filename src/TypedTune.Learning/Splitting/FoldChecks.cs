namespace TypedTune.Learning;

/// <summary>Checks the arguments of splitters into a number of folds.</summary>
internal static class FoldChecks
{
    /// <summary>Refuses fewer than two folds.</summary>
    /// <returns>The number of folds, if it is legal.</returns>
    public static int RequireTwo(int folds) => folds >= 2
        ? folds
        : throw new ArgumentOutOfRangeException(nameof(folds), folds, $"The number of folds must be at least 2, but is {folds}.");

    /// <summary>Refuses fewer repeats than one, and more folds than can be counted.</summary>
    /// <returns>The number of folds of all repeats.</returns>
    public static int Repeated(int folds, int repeats) => repeats >= 1 && (long)folds * repeats <= int.MaxValue
        ? folds * repeats
        : throw new ArgumentOutOfRangeException(nameof(repeats), repeats, $"The number of repeats must be at least 1 and at most {int.MaxValue / folds}, but is {repeats}.");

    /// <summary>Refuses a number below another.</summary>
    /// <returns>The number, if it is legal.</returns>
    public static int AtLeast(int least, int value, string name) => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least {least}, but is {value}.");

    /// <summary>Refuses a number below another; null is legal.</summary>
    /// <returns>The number, if it is legal.</returns>
    public static int? AtLeast(int least, int? value, string name) => value is { } given ? AtLeast(least, given, name) : null;

    /// <summary>The seed of a repeat, for splitters whose seed is a whole number.</summary>
    public static int SeedOf(int seed, int repeat) => TypedTune.Seed.Of(seed).Derive(repeat).Stream().NextBelow(int.MaxValue);

    /// <summary>Refuses fewer rows than folds.</summary>
    public static void RequireRows(int folds, int count)
    {
        if (count < folds)
            throw new ArgumentException($"{folds} folds need at least {folds} rows, but there {(count == 1 ? "is" : "are")} {count}.", "rows");
    }
}
