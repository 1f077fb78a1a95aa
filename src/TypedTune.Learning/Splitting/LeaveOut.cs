namespace TypedTune.Learning;

/// <summary>Makes the folds that each hold some of the parts of the rows back.</summary>
internal static class LeaveOut
{
    // More fits than these nobody waits for, and the folds alone would fill the memory.
    private const int MostFolds = 1_000_000;

    /// <summary>A fold for each set of parts, in lexical order.</summary>
    /// <param name="parts">The rows of each part.</param>
    /// <param name="count">How many parts are held back at a time.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="part">What a part is called.</param>
    /// <param name="splitter">Who asks, for messages.</param>
    /// <exception cref="ArgumentException">There are too few parts, or too many sets.</exception>
    public static IReadOnlyList<Fold> CreateFolds(int[][] parts, int count, int rows, string part, ISplitter splitter)
    {
        if (parts.Length <= count)
            throw new ArgumentException($"{splitter} needs more than {count} {part}{(count == 1 ? "" : "s")}, so that some are left to learn from, but there {(parts.Length == 1 ? "is 1" : parts.Length == 0 ? "are none" : $"are {parts.Length}")}.", nameof(rows));
        double sets = 1;
        for (int i = 1; i <= count; i++)
            sets = sets * (parts.Length - count + i) / i;
        if (sets > MostFolds)
            throw new ArgumentException(FormattableString.Invariant($"{splitter} makes {sets:G3} folds of {parts.Length} {part}s, but at most {MostFolds} can be made. Hold back fewer at a time, or take a {nameof(ShuffleSplit)}."), nameof(rows));
        var folds = new List<Fold>();
        int[] chosen = [.. Enumerable.Range(0, count)];
        while (true)
        {
            var isHeld = new bool[rows];
            foreach (int row in chosen.SelectMany(chosen => parts[chosen]))
                isHeld[row] = true;
            folds.Add(new Fold([.. Rows(isHeld, false)], [.. Rows(isHeld, true)]));
            int last = count - 1;
            while (last >= 0 && chosen[last] == parts.Length - count + last)
                last--;
            if (last < 0)
                return folds;
            chosen[last]++;
            for (int i = last + 1; i < count; i++)
                chosen[i] = chosen[i - 1] + 1;
        }
    }

    private static IEnumerable<int> Rows(bool[] isHeld, bool held) => Enumerable.Range(0, isHeld.Length).Where(row => isHeld[row] == held);
}
