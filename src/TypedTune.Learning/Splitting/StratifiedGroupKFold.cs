namespace TypedTune.Learning;

/// <summary>
/// Divides the rows into folds such that each group is held back whole, in exactly one of them, and each fold holds every label in about the proportion of
/// the whole. Groups whose labels are the least even come first, each to the fold by which labels are the most even over the folds. The allocation is
/// scikit-learn's.
/// </summary>
/// <remarks>Strata of rows count as in <see cref="StratifiedKFold"/>. Equal when the settings are.</remarks>
public sealed record StratifiedGroupKFold : IGroupSplitter
{
    // By which numpy takes two numbers for equal.
    private const double Relative = 1e-5;
    private const double Absolute = 1e-8;

    /// <summary>Creates a splitter.</summary>
    /// <param name="folds">How many folds, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> is below 2.</exception>
    public StratifiedGroupKFold(int folds) => FoldCount = FoldChecks.RequireTwo(folds);

    /// <inheritdoc/>
    public int FoldCount { get; }

    int? IEvaluation.FoldCount => FoldCount;

    /// <summary>
    /// Into how many bins of about as many rows targets that are numbers are divided, at least 2, so that each fold has its share of small and of large ones; null,
    /// the default, where targets are labels or rows have strata.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 2.</exception>
    public int? TargetBins
    {
        get;
        init => field = FoldChecks.AtLeast(2, value, nameof(TargetBins));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The rows have no groups, or fewer groups than folds; there is nothing to stratify by, a target is missing, or no label has as many rows as there are folds.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows)
    {
        int[][] groups = GroupRows.Gather(rows, FoldCount, this);
        var labels = Stratification.FindStrata(rows, TargetBins);
        StratifiedKFold.RowsOfStrata(labels, FoldCount);
        int[][] counts = [.. groups.Select(group => Count(labels, group))];
        int[] all = Count(labels, [.. Enumerable.Range(0, rows.RowCount)]);

        var ofFold = new int[FoldCount][];
        for (int fold = 0; fold < FoldCount; fold++)
            ofFold[fold] = new int[all.Length];
        var foldOfRow = new int[rows.RowCount];
        foreach (int group in Enumerable.Range(0, groups.Length).OrderByDescending(group => Spread([.. counts[group].Select(count => (double)count)])))
        {
            int fold = Best(ofFold, counts[group], all);
            Add(ofFold[fold], counts[group], 1);
            foreach (int row in groups[group])
                foldOfRow[row] = fold;
        }

        return Fold.Of(foldOfRow, FoldCount);
    }

    /// <summary>The settings in words, as <c>3 stratified group folds</c>.</summary>
    public override string ToString() => $"{FoldCount} stratified group folds{(TargetBins is { } bins ? $" by {bins} bins of the target" : "")}";

    private static int Best(int[][] ofFold, int[] group, int[] all)
    {
        int best = 0, fewest = 0;
        double least = double.PositiveInfinity;
        for (int fold = 0; fold < ofFold.Length; fold++)
        {
            Add(ofFold[fold], group, 1);
            double spread = Enumerable.Range(0, all.Length).Where(label => all[label] > 0)
                .Average(label => Spread([.. ofFold.Select(counts => (double)counts[label] / all[label])]));
            int rows = ofFold[fold].Sum();
            Add(ofFold[fold], group, -1);
            if (spread < least || (Math.Abs(spread - least) <= Absolute + Relative * Math.Abs(least) && rows < fewest))
                (best, least, fewest) = (fold, spread, rows);
        }

        return best;
    }

    private static int[] Count(Categories labels, int[] rows)
    {
        var counts = new int[labels.Levels.Count];
        foreach (int row in rows)
            counts[labels.Codes[row]]++;
        return counts;
    }

    private static void Add(int[] counts, int[] more, int times)
    {
        for (int label = 0; label < counts.Length; label++)
            counts[label] += times * more[label];
    }

    private static double Spread(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
