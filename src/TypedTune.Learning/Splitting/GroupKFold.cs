namespace TypedTune.Learning;

/// <summary>
/// Divides the rows into folds such that each group is held back whole, in exactly one of them: the largest groups first, each to the fold with the fewest
/// rows so far. The allocation is scikit-learn's.
/// </summary>
/// <remarks>Rows of a group, such as visits of a patient, are alike; a model that has seen some of them scores too well on the others. Equal when the settings are.</remarks>
public sealed record GroupKFold : IGroupSplitter
{
    /// <summary>Creates a splitter.</summary>
    /// <param name="folds">How many folds, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> is below 2.</exception>
    public GroupKFold(int folds) => FoldCount = FoldChecks.RequireTwo(folds);

    /// <inheritdoc/>
    public int FoldCount { get; }

    int? IEvaluation.FoldCount => FoldCount;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The rows have no groups, or fewer groups than folds.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows)
    {
        int[][] groups = GroupRows.Gather(rows, FoldCount, this);
        var foldOfRow = new int[rows.RowCount];
        var sizes = new int[FoldCount];

        // Of groups of a size the last first, as scikit-learn's order is that of an ascending sort, reversed.
        foreach (int[] group in groups.Reverse().OrderByDescending(group => group.Length))
        {
            int fold = Array.IndexOf(sizes, sizes.Min());
            sizes[fold] += group.Length;
            foreach (int row in group)
                foldOfRow[row] = fold;
        }

        return Fold.Of(foldOfRow, FoldCount);
    }

    /// <summary>The settings in words, as <c>3 group folds</c>.</summary>
    public override string ToString() => $"{FoldCount} group folds";
}
