namespace TypedTune.Learning;

/// <summary>
/// Divides the rows into folds whose sizes differ by one at most; each row is held back exactly once. Without a shuffle
/// the folds are contiguous and the first ones the larger, as scikit-learn's.
/// </summary>
/// <remarks>Rows that are in an order, such as by region or by label, should be shuffled. Equal when the settings are.</remarks>
public sealed record KFold : ISplitter
{
    /// <summary>Creates a splitter.</summary>
    /// <param name="folds">How many folds, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> is below 2.</exception>
    public KFold(int folds) => FoldCount = FoldChecks.RequireTwo(folds);

    /// <inheritdoc/>
    public int FoldCount { get; }

    int? IEvaluation.FoldCount => FoldCount;

    /// <summary>Whether rows are dealt out in random order. Default: <see langword="false"/>.</summary>
    public bool Shuffle { get; init; }

    /// <summary>The seed of the random order, if <see cref="Shuffle"/> is set. Default: 0.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are fewer rows than folds.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        FoldChecks.RequireRows(FoldCount, rows.RowCount);
        int[] order = [.. Enumerable.Range(0, rows.RowCount)];
        if (Shuffle)
            TypedTune.Seed.Of(Seed).Stream().Shuffle(order.AsSpan());

        var foldOfRow = new int[rows.RowCount];
        int larger = rows.RowCount % FoldCount;
        int at = 0;
        for (int fold = 0; fold < FoldCount; fold++)
        {
            int size = rows.RowCount / FoldCount + (fold < larger ? 1 : 0);
            foreach (int row in order.AsSpan(at, size))
                foldOfRow[row] = fold;
            at += size;
        }

        return Fold.Of(foldOfRow, FoldCount);
    }

    /// <summary>The settings in words, as <c>3 folds</c>.</summary>
    public override string ToString() => $"{FoldCount} folds{(Shuffle ? $", shuffled with seed {Seed}" : "")}";
}
