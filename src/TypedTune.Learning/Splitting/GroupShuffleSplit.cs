namespace TypedTune.Learning;

/// <summary>Holds a share of the groups back several times, drawn at random each time, with all of their rows, and learns from the others.</summary>
/// <remarks>⌈fraction · G⌉ of G groups are held back, as by scikit-learn's; which ones is this library's own choice. Equal when the settings are.</remarks>
public sealed record GroupShuffleSplit : IGroupSplitter
{
    /// <summary>Creates a splitter.</summary>
    /// <param name="folds">How many times, at least 1.</param>
    /// <param name="fraction">The share of groups that are held back, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no folds, or <paramref name="fraction"/> is not between 0 and 1.</exception>
    public GroupShuffleSplit(int folds, double fraction)
    {
        FoldCount = FoldChecks.Repeated(1, folds);
        Fraction = new Holdout(fraction).Fraction;
    }

    /// <inheritdoc/>
    public int FoldCount { get; }

    int? IEvaluation.FoldCount => FoldCount;

    /// <summary>The share of groups that are held back, above 0 and below 1.</summary>
    public double Fraction { get; }

    /// <summary>The seed by which groups are drawn. Default: 0.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The rows have no groups, fewer than two, or no group would be left to learn from.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows)
    {
        int[][] groups = GroupRows.Gather(rows, 2, this);
        int count = (int)Math.Ceiling(Fraction * groups.Length);
        if (count >= groups.Length)
            throw new ArgumentException($"{this} would hold back {count} of {groups.Length} groups, and leave none to learn from. Hold back a smaller share, or add groups.", nameof(rows));
        return [.. Enumerable.Range(0, FoldCount).Select(fold => Draw(groups, count, rows.RowCount, TypedTune.Seed.Of(Seed).Derive(fold)))];
    }

    /// <summary>The settings in words, as <c>10 times 0.2 of the groups held out with seed 0</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{FoldCount} times {Fraction} of the groups held out with seed {Seed}");

    private static Fold Draw(int[][] groups, int count, int rows, Seed seed)
    {
        int[] order = [.. Enumerable.Range(0, groups.Length)];
        seed.Stream().Shuffle(order.AsSpan());
        var part = new int[rows];
        foreach (int group in order.AsSpan(count))
        {
            foreach (int row in groups[group])
                part[row] = 1;
        }

        return Fold.Of(part, 2)[0];
    }
}
