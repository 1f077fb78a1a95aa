namespace TypedTune.Learning;

/// <summary>
/// Divides the rows into folds that each hold every label in about the proportion of the whole: a label's counts differ by
/// one at most between folds. Each row is held back exactly once. The allocation is scikit-learn's.
/// </summary>
/// <remarks>
/// Where rows have strata, every combination of a label and a stratum is treated as a label is. A label with fewer rows than folds is missing from some folds, which scikit-learn warns about. Equal when the settings are.
/// </remarks>
public sealed record StratifiedKFold : ISplitter
{
    /// <summary>Creates a splitter.</summary>
    /// <param name="folds">How many folds, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> is below 2.</exception>
    public StratifiedKFold(int folds) => FoldCount = FoldChecks.RequireTwo(folds);

    /// <inheritdoc/>
    public int FoldCount { get; }

    int? IEvaluation.FoldCount => FoldCount;

    /// <summary>Whether each label's rows are dealt out in random order. Default: <see langword="false"/>.</summary>
    public bool Shuffle { get; init; }

    /// <summary>The seed of the random order, if <see cref="Shuffle"/> is set. Default: 0.</summary>
    public int Seed { get; init; }

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
    /// <exception cref="ArgumentException">There is nothing to stratify by, a target is missing, there are fewer rows than folds, or no label has as many rows as there are folds.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Fold.Of(Allocate(RowsOfStrata(Stratification.FindStrata(rows, TargetBins), FoldCount), rows.RowCount), FoldCount);
    }

    /// <summary>The settings in words, as <c>3 stratified folds</c>.</summary>
    public override string ToString() => $"{FoldCount} stratified folds{(TargetBins is { } bins ? $" by {bins} bins of the target" : "")}{(Shuffle ? $", shuffled with seed {Seed}" : "")}";

    /// <summary>The rows of each stratum.</summary>
    /// <exception cref="ArgumentException">There are fewer rows than folds, or no stratum has as many rows as there are folds.</exception>
    internal static List<List<int>> RowsOfStrata(Categories strata, int folds)
    {
        FoldChecks.RequireRows(folds, strata.RowCount);
        var rowsOfStratum = RowsByAppearance(strata);
        var most = rowsOfStratum.MaxBy(stratum => stratum.Count)!;
        return most.Count >= folds
            ? rowsOfStratum
            : throw new ArgumentException($"{folds} stratified folds need a label with at least {folds} rows, but the most frequent, {strata[most[0]]}, has {most.Count}. Use fewer folds, or {nameof(KFold)}.", "rows");
    }

    // Labels are numbered in the order of their first rows, as scikit-learn does: it decides who gets the larger folds.
    internal static List<List<int>> RowsByAppearance(Categories labels)
    {
        var rowsOfLabel = new List<List<int>>();
        var numbers = new Dictionary<int, int>();
        for (int row = 0; row < labels.RowCount; row++)
        {
            int code = labels.Codes[row];
            if (numbers.TryAdd(code, rowsOfLabel.Count))
                rowsOfLabel.Add([]);
            rowsOfLabel[numbers[code]].Add(row);
        }

        return rowsOfLabel;
    }

    // Dealing the sorted labels out in turn balances each label and the folds' sizes at once; the label's own rows then
    // fill the folds in order, so that rows which stand together stay together.
    private int[] Allocate(List<List<int>> rowsOfLabel, int rows)
    {
        var foldOfRow = new int[rows];
        int dealt = 0;
        for (int label = 0; label < rowsOfLabel.Count; label++)
        {
            var own = rowsOfLabel[label];
            var folds = new int[own.Count];
            for (int i = 0; i < folds.Length; i++)
                folds[i] = (dealt + i) % FoldCount;
            dealt += own.Count;
            Array.Sort(folds);
            if (Shuffle)
                TypedTune.Seed.Of(Seed).Derive(label).Stream().Shuffle(folds.AsSpan());
            for (int i = 0; i < folds.Length; i++)
                foldOfRow[own[i]] = folds[i];
        }

        return foldOfRow;
    }
}
