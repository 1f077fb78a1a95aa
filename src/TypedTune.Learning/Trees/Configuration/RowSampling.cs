namespace TypedTune.Learning;

/// <summary>
/// Which rows each tree of a forest learns from: <see cref="Bootstrap"/>, <see cref="Subsample"/> or <see cref="EveryRow"/>.
/// Immutable, compared by value.
/// </summary>
public abstract record RowSampling
{
    private protected RowSampling()
    {
    }

    /// <summary>Whether no tree leaves a row out.</summary>
    /// <param name="rows">N.</param>
    internal abstract bool TakesAll(int rows);

    /// <summary>How many distinct rows a tree learns from, about.</summary>
    /// <param name="rows">N.</param>
    internal abstract double DistinctRows(int rows);

    /// <summary>Draws a tree's rows.</summary>
    /// <param name="seed">The draws' own seed.</param>
    /// <param name="draws">N counts, set to how often each row was drawn.</param>
    /// <exception cref="ArgumentOutOfRangeException">More rows are to be drawn than there are.</exception>
    internal abstract void Draw(Seed seed, Span<int> draws);
}
