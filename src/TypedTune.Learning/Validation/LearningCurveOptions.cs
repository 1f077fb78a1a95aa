namespace TypedTune.Learning;

/// <summary>Says on how many rows a learning curve fits, which rows it takes and how many threads it uses. Immutable.</summary>
public sealed record LearningCurveOptions
{
    /// <summary>
    /// How many of a fold's training rows each point is fitted on, at least one size: counts, or shares, which are rounded to whole rows, at least one.
    /// Default: a tenth to all of the training rows, in five equal steps.
    /// </summary>
    /// <exception cref="ArgumentException">There are no sizes.</exception>
    public IReadOnlyList<RowCount> Sizes
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Sizes));
            if (value.Count == 0)
                throw new ArgumentException($"A learning curve needs at least one number of rows, such as {nameof(RowCount)}.{nameof(RowCount.Fraction)}(0.5).", nameof(Sizes));
            field = [.. value];
        }
    } = [RowCount.Fraction(0.1), RowCount.Fraction(0.325), RowCount.Fraction(0.55), RowCount.Fraction(0.775), RowCount.Fraction(1)];

    /// <summary>The seed that decides which rows are taken. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>How many threads work, at least 1. Default: one a processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Threads
    {
        get;
        init => field = ThreadCount.Require(value, nameof(Threads));
    }
}
