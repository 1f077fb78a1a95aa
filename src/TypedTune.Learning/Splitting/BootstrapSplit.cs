namespace TypedTune.Learning;

/// <summary>
/// Learns from N rows drawn from N with replacement, some of them several times, and holds back those that were not drawn, about 0.368 of them; several times
/// (Efron, "Bootstrap methods: another look at the jackknife", Ann. Statist. 7, 1979).
/// </summary>
/// <remarks>
/// Its scores are pessimistic, as a model learns from 0.632 of the distinct rows; <see cref="BootstrapExtensions"/> corrects that. Rows of one group are drawn
/// apart. Equal when the settings are.
/// </remarks>
public sealed record BootstrapSplit : ISplitter
{
    /// <summary>Creates a splitter.</summary>
    /// <param name="folds">How many times rows are drawn, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> is below 1.</exception>
    public BootstrapSplit(int folds) => FoldCount = FoldChecks.AtLeast(1, folds, nameof(folds));

    /// <inheritdoc cref="IEvaluation.FoldCount"/>
    public int FoldCount { get; }

    int? IEvaluation.FoldCount => FoldCount;

    /// <summary>The seed by which rows are drawn. Default: 0.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are fewer than 2 rows.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.RowCount < 2)
            throw new ArgumentException($"{this} need at least 2 rows, but there {(rows.RowCount == 1 ? "is 1" : "are none")}.", nameof(rows));
        return [.. Enumerable.Range(0, FoldCount).Select(fold => Draw(rows.RowCount, TypedTune.Seed.Of(Seed).Derive(fold)))];
    }

    /// <summary>The settings in words, as <c>50 bootstrap samples with seed 0</c>.</summary>
    public override string ToString() => $"{FoldCount} bootstrap sample{(FoldCount == 1 ? "" : "s")} with seed {Seed}";

    // Of few rows all may be drawn, so that none is held back: then again.
    private static Fold Draw(int rows, Seed seed)
    {
        for (int attempt = 0; ; attempt++)
        {
            var random = seed.Derive(attempt).Stream();
            int[] train = new int[rows];
            for (int i = 0; i < rows; i++)
                train[i] = random.NextBelow(rows);
            Array.Sort(train);
            int[] validation = [.. Enumerable.Range(0, rows).Except(train)];
            if (validation.Length > 0)
                return new Fold(train, validation);
        }
    }
}
