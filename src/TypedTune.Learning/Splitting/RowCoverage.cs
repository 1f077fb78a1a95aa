namespace TypedTune.Learning;

/// <summary>Checks that folds hold each row back.</summary>
internal static class RowCoverage
{
    /// <summary>Refuses folds that hold a row back never or more than once.</summary>
    /// <exception cref="ArgumentException">A row is held back never or more than once; the message names the first such row.</exception>
    public static void RequireOnce(ISplitter splitter, IReadOnlyList<Fold> folds, int rows)
    {
        int[] times = Count(folds, rows);
        int wrong = Array.FindIndex(times, count => count != 1);
        if (wrong >= 0)
            throw new ArgumentException($"Each row is predicted once, by the model that did not learn from it, but row {wrong} is held back {(times[wrong] == 0 ? "never" : $"{times[wrong]} times")} by {splitter}. Give it folds that hold every row back once, as {nameof(KFold)} does.", nameof(splitter));
    }

    /// <summary>Refuses folds that hold a row back never.</summary>
    /// <exception cref="ArgumentException">A row is never held back; the message names the first such row.</exception>
    public static void RequireAll(ISplitter splitter, IReadOnlyList<Fold> folds, int rows)
    {
        int never = Array.IndexOf(Count(folds, rows), 0);
        if (never >= 0)
            throw new ArgumentException($"Each row is predicted by models that did not learn from it, but row {never} is held back never by {splitter}. Give it folds that hold every row back, as {nameof(KFold)} does.", nameof(splitter));
    }

    private static int[] Count(IReadOnlyList<Fold> folds, int rows)
    {
        var times = new int[rows];
        foreach (var fold in folds)
        {
            foreach (int row in fold.Validation)
                times[row]++;
        }

        return times;
    }
}
