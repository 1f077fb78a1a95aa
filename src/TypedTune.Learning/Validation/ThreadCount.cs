namespace TypedTune.Learning;

/// <summary>Checks how many threads are to work.</summary>
internal static class ThreadCount
{
    /// <summary>Refuses fewer than one thread; null, for one a processor, is legal.</summary>
    /// <param name="threads">The number.</param>
    /// <param name="name">The property that is set.</param>
    /// <returns>The number, if it is legal.</returns>
    public static int? Require(int? threads, string name) => !(threads < 1)
        ? threads
        : throw new ArgumentOutOfRangeException(name, threads, $"{name} must be at least 1, but is {threads}.");
}
