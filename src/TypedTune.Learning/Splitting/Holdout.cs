namespace TypedTune.Learning;

/// <summary>
/// Holds a share of the rows back once, drawn at random, and learns from the others: one fit a candidate. ⌈fraction · N⌉ of N
/// rows are held back, as by scikit-learn's <c>train_test_split</c>; which ones is this library's own choice.
/// </summary>
/// <remarks>Immutable and thread safe. Equal when the settings are.</remarks>
public sealed record Holdout : ISplitter
{
    /// <summary>Creates a splitter.</summary>
    /// <param name="fraction">The share of rows that are held back, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is not between 0 and 1.</exception>
    public Holdout(double fraction) => Fraction = fraction is > 0 and < 1
        ? fraction
        : throw new ArgumentOutOfRangeException(nameof(fraction), fraction, $"The share of rows that are held back must be above 0 and below 1, but is {FormattableString.Invariant($"{fraction}")}.");

    /// <summary>The share of rows that are held back, above 0 and below 1.</summary>
    public double Fraction { get; }

    /// <summary>Whether each label, and each stratum of rows that have some, has the same share of both parts, to within a row. Default: <see langword="false"/>.</summary>
    public bool Stratify { get; init; }

    /// <summary>
    /// Into how many bins of about as many rows targets that are numbers are divided where <see cref="Stratify"/> is set, at least 2, so that both parts have their share of small and of large ones; null,
    /// the default, for none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 2.</exception>
    public int? TargetBins
    {
        get;
        init => field = FoldChecks.AtLeast(2, value, nameof(TargetBins));
    }

    /// <summary>The seed by which rows are drawn. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>1: the rows are divided once.</summary>
    public int FoldCount => 1;

    int? IEvaluation.FoldCount => FoldCount;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">No row would be left to learn from, or <see cref="Stratify"/> is set and the targets are numbers, a label is missing, or has a single row.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int all = rows.RowCount;
        int count = (int)Math.Ceiling(Fraction * all);
        if (count >= all)
            throw new ArgumentException($"{this} would hold back {count} of {all} rows, and leave none to learn from. Hold back a smaller share, or add rows.", nameof(rows));

        var strata = Stratify ? Strata(rows) : [[.. Enumerable.Range(0, all)]];
        int[] counts = DatasetSplitting.Allocate(count, strata, all);
        var part = new int[all];
        for (int s = 0; s < strata.Count; s++)
        {
            int[] order = [.. strata[s]];
            TypedTune.Seed.Of(Seed).Derive(s).Stream().Shuffle(order.AsSpan());
            foreach (int row in order.AsSpan(counts[s]))
                part[row] = 1;
        }

        return [Fold.Of(part, 2)[0]];
    }

    /// <summary>The settings in words, as <c>0.2 held out with seed 0</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Fraction} held out{StratifiedText(Stratify, TargetBins)} with seed {Seed}");

    /// <summary>How rows are stratified, in words.</summary>
    internal static string StratifiedText(bool stratify, int? bins) => !stratify ? "" : bins is null ? ", stratified," : $", stratified by {bins} bins of the target,";

    private List<List<int>> Strata(RowRoles rows)
    {
        var of = Stratification.FindStrata(rows, TargetBins);
        var strata = StratifiedKFold.RowsByAppearance(of);
        if (strata.Find(own => own.Count < 2) is { } lone)
            throw new ArgumentException($"A stratified holdout needs at least 2 rows a label, but {of[lone[0]]} has only row {lone[0]}. Remove it, or leave {nameof(Stratify)} out.", nameof(rows));
        return strata;
    }
}
