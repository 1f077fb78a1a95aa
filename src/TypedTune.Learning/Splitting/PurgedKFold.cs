namespace TypedTune.Learning;

/// <summary>
/// Divides rows into folds of successive times, and learns from what came before and after the rows that are held back, but for those near to them: of the rows
/// before, the last <see cref="Purge"/> times, whose outcome may reach into the fold; of the rows after, the first <see cref="Embargo"/> times, which may still
/// carry what happened in it (López de Prado, "Advances in Financial Machine Learning", 2018, chapter 7).
/// </summary>
/// <remarks>
/// Sizes count distinct times, so that rows of one time are never on both sides. Each row is held back once. As models also learn from what came later, scores say
/// how well relations in the data were learned rather than how well the future is told: for that take <see cref="TimeSeriesSplit"/>. Equal when the settings are.
/// </remarks>
public sealed record PurgedKFold : ITimeSplitter
{
    /// <summary>Creates a splitter.</summary>
    /// <param name="folds">How many folds, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> is below 2.</exception>
    public PurgedKFold(int folds) => FoldCount = FoldChecks.RequireTwo(folds);

    /// <inheritdoc cref="IEvaluation.FoldCount"/>
    public int FoldCount { get; }

    int? IEvaluation.FoldCount => FoldCount;

    /// <summary>How many times before those held back are left out. Default: 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int Purge
    {
        get;
        init => field = FoldChecks.AtLeast(0, value, nameof(Purge));
    }

    /// <summary>How many times after those held back are left out. Default: 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int Embargo
    {
        get;
        init => field = FoldChecks.AtLeast(0, value, nameof(Embargo));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The rows have no times or fewer distinct ones than folds, or a fold has none left to learn from.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows)
    {
        int[][] steps = TimeSteps.Gather(rows, this);
        if (steps.Length < FoldCount)
            throw new ArgumentException($"{this} need at least {FoldCount} distinct times, but there {(steps.Length == 1 ? "is" : "are")} {steps.Length}. Use fewer folds.", nameof(rows));
        return [.. Enumerable.Range(0, FoldCount).Select(fold => Cut(steps, fold))];
    }

    /// <summary>The settings in words, as <c>5 purged folds, 2 times before and 3 after left out</c>.</summary>
    public override string ToString() => $"{FoldCount} purged folds, {Purge} times before and {Embargo} after left out";

    // The first folds are a time larger where the times do not divide, as those of KFold.
    private Fold Cut(int[][] steps, int fold)
    {
        int start = Start(steps.Length, fold), end = Start(steps.Length, fold + 1);
        int before = Math.Max(0, start - Purge), after = (int)Math.Min(steps.Length, (long)end + Embargo);
        int[] train = TimeSteps.Rows([.. steps[..before], .. steps[after..]]);
        return train.Length > 0
            ? new Fold(train, TimeSteps.Rows(steps[start..end]))
            : throw new ArgumentException($"{this} leave fold {fold} no time to learn from, of {steps.Length}. Leave out fewer.", "rows");
    }

    private int Start(int times, int fold) => fold * (times / FoldCount) + Math.Min(fold, times % FoldCount);
}
