namespace TypedTune.Learning;

/// <summary>Divides the rows into shuffled folds several times, each time in another order: each row is held back once a repeat.</summary>
/// <remarks>The mean over repeats depends less on how the rows happened to be divided. Equal when the settings are.</remarks>
public sealed record RepeatedKFold : ISplitter
{
    private readonly int _folds;

    /// <summary>Creates a splitter.</summary>
    /// <param name="folds">How many folds a repeat, at least 2.</param>
    /// <param name="repeats">How many repeats, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few folds or repeats, or more than can be counted.</exception>
    public RepeatedKFold(int folds, int repeats)
    {
        _folds = FoldChecks.RequireTwo(folds);
        FoldCount = FoldChecks.Repeated(folds, repeats);
    }

    /// <summary>Folds a repeat, times repeats.</summary>
    public int FoldCount { get; }

    int? IEvaluation.FoldCount => FoldCount;

    /// <summary>Whether each fold holds every label in about the proportion of the whole, as <see cref="StratifiedKFold"/>'s do. Default: <see langword="false"/>.</summary>
    public bool Stratify { get; init; }

    /// <summary>
    /// Into how many bins of about as many rows targets that are numbers are divided where <see cref="Stratify"/> is set, at least 2, so that each fold has its share of small and of large ones; null,
    /// the default, for none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 2.</exception>
    public int? TargetBins
    {
        get;
        init => field = FoldChecks.AtLeast(2, value, nameof(TargetBins));
    }

    /// <summary>The seed of the orders. Default: 0.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are fewer rows than folds, or the targets do not suit <see cref="StratifiedKFold"/>.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [.. Enumerable.Range(0, FoldCount / _folds).SelectMany(repeat => Once(FoldChecks.SeedOf(Seed, repeat)).Split(rows))];
    }

    /// <summary>The settings in words, as <c>10 repeats of 5 folds with seed 0</c>.</summary>
    public override string ToString() => $"{FoldCount / _folds} repeats of {_folds} {(Stratify ? "stratified " : "")}folds{(Stratify && TargetBins is { } bins ? $" by {bins} bins of the target" : "")} with seed {Seed}";

    private ISplitter Once(int seed) => Stratify ? new StratifiedKFold(_folds) { Shuffle = true, Seed = seed, TargetBins = TargetBins } : new KFold(_folds) { Shuffle = true, Seed = seed };
}
