namespace TypedTune.Learning;

/// <summary>Holds a share of the rows back several times, drawn at random each time, and learns from the others. A row may be held back several times, or never.</summary>
/// <remarks>Each time is a <see cref="Holdout"/> with a seed of its own. Equal when the settings are.</remarks>
public sealed record ShuffleSplit : ISplitter
{
    /// <summary>Creates a splitter.</summary>
    /// <param name="folds">How many times, at least 1.</param>
    /// <param name="fraction">The share of rows that are held back, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no folds, or <paramref name="fraction"/> is not between 0 and 1.</exception>
    public ShuffleSplit(int folds, double fraction)
    {
        FoldCount = FoldChecks.Repeated(1, folds);
        Fraction = new Holdout(fraction).Fraction;
    }

    /// <inheritdoc/>
    public int FoldCount { get; }

    int? IEvaluation.FoldCount => FoldCount;

    /// <summary>The share of rows that are held back, above 0 and below 1.</summary>
    public double Fraction { get; }

    /// <summary>Whether each label, and each stratum of rows that have some, has the same share of both parts, to within a row. Default: <see langword="false"/>.</summary>
    public bool Stratify { get; init; }

    /// <summary>
    /// Into how many bins of about as many rows targets that are numbers are divided where <see cref="Stratify"/> is set, at least 2, so that both parts have their share of small and of large ones; null,
    /// the default, for none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 2.</exception>
    public int? TargetBins
    {
        get;
        init => field = FoldChecks.AtLeast(2, value, nameof(TargetBins));
    }

    /// <summary>The seed by which rows are drawn. Default: 0.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">As of <see cref="Holdout.Split"/>.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [.. Enumerable.Range(0, FoldCount).Select(fold => new Holdout(Fraction) { Stratify = Stratify, TargetBins = TargetBins, Seed = FoldChecks.SeedOf(Seed, fold) }.Split(rows)[0])];
    }

    /// <summary>The settings in words, as <c>10 times 0.2 held out with seed 0</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{FoldCount} times {Fraction} held out{Holdout.StratifiedText(Stratify, TargetBins)} with seed {Seed}");
}
