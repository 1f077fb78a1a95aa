namespace TypedTune.Learning;

/// <summary>Checks the arguments of splitters into a number of folds.</summary>
internal static class FoldChecks
{
    /// <summary>Refuses fewer than two folds.</summary>
    /// <returns>The number of folds, if it is legal.</returns>
    public static int RequireTwo(int folds) => folds >= 2
        ? folds
        : throw new ArgumentOutOfRangeException(nameof(folds), folds, $"The number of folds must be at least 2, but is {folds}.");

    /// <summary>Refuses fewer rows than folds.</summary>
    public static void RequireRows(int folds, RowRoles rows)
    {
        int count = rows.RowCount;
        if (count < folds)
            throw new ArgumentException($"{folds} folds need at least {folds} rows, but there {(count == 1 ? "is" : "are")} {count}.", nameof(rows));
    }
}
