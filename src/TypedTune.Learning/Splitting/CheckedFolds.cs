namespace TypedTune.Learning;

/// <summary>Checks the folds that a splitter made, once, where they are used.</summary>
internal static class CheckedFolds
{
    /// <summary>Divides rows, and refuses folds that cannot be learned from and scored on.</summary>
    /// <exception cref="ArgumentException">The splitter refuses the rows, or its folds are illegal; the message names the splitter, the fold and the row.</exception>
    public static IReadOnlyList<Fold> SplitChecked(this ISplitter splitter, RowRoles rows)
    {
        if (splitter.FoldCount < 1)
            throw new ArgumentException($"{splitter} says that it makes {splitter.FoldCount} folds, but nothing can be scored on fewer than 1. Mend the splitter.", nameof(splitter));
        var folds = splitter.Split(rows);
        if (folds is null)
            throw new ArgumentException($"{splitter} returned null from {nameof(splitter.Split)} instead of {(splitter.FoldCount is { } wanted ? $"{wanted} " : "")}folds. Mend the splitter.", nameof(splitter));
        if (folds.Count == 0)
            throw new ArgumentException($"{splitter} made no folds, but nothing can be scored on fewer than 1. Mend the splitter.", nameof(splitter));
        if (splitter.FoldCount is { } said && folds.Count != said)
            throw new ArgumentException($"{splitter} says that it makes {said} folds, but made {folds.Count}. Mend the splitter.", nameof(splitter));
        var sideOf = new int[rows.RowCount];
        for (int number = 0; number < folds.Count; number++)
            Require(splitter, folds[number], number, sideOf);
        return folds;
    }

    /// <summary>Divides rows that were divided before, and refuses another number of folds.</summary>
    /// <param name="splitter">The splitter.</param>
    /// <param name="rows">The roles of the rows.</param>
    /// <param name="count">How many folds it made before, or said that it makes.</param>
    /// <exception cref="ArgumentException">As without; or there are more or fewer.</exception>
    public static IReadOnlyList<Fold> SplitChecked(this ISplitter splitter, RowRoles rows, int count)
    {
        var folds = splitter.SplitChecked(rows);
        return folds.Count == count
            ? folds
            : throw new ArgumentException($"{splitter} said that it makes {count} folds, and then made {folds.Count}: it must give the same folds every time. Mend the splitter.", nameof(splitter));
    }

    // The numbers are the fold's own, so that what earlier folds left behind needs no clearing.
    private static void Require(ISplitter splitter, Fold fold, int number, int[] sideOf)
    {
        if (fold is null)
            throw Illegal(splitter, number, "is null");
        int learned = 2 * number + 1, held = learned + 1;
        if (fold.Train.Length == 0)
            throw Illegal(splitter, number, "has no row to learn from");
        if (fold.Validation.Length == 0)
            throw Illegal(splitter, number, "has no row to be scored on");
        foreach (int row in fold.Train)
        {
            RequireExists(splitter, number, row, sideOf.Length);
            sideOf[row] = learned;
        }

        foreach (int row in fold.Validation)
        {
            RequireExists(splitter, number, row, sideOf.Length);
            if (sideOf[row] == learned)
                throw Illegal(splitter, number, $"has row {row} on both sides: what is learned from cannot be scored on");
            if (sideOf[row] == held)
                throw Illegal(splitter, number, $"holds row {row} back twice, so that it would be scored twice");
            sideOf[row] = held;
        }
    }

    private static void RequireExists(ISplitter splitter, int number, int row, int rows)
    {
        if ((uint)row >= (uint)rows)
            throw Illegal(splitter, number, $"has row {row}, which is outside the {rows} rows");
    }

    private static ArgumentException Illegal(ISplitter splitter, int number, string what) => new($"Fold {number} of {splitter} {what}. Mend the splitter.", nameof(splitter));
}
