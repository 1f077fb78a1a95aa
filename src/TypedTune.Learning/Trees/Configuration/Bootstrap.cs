namespace TypedTune.Learning;

/// <summary>Rows drawn with replacement, so that a tree misses about a third of them (Breiman, "Bagging predictors", 1996). Immutable.</summary>
public sealed partial record Bootstrap : RowSampling
{
    /// <summary>
    /// How many rows are drawn for a tree, at least 1; may be more than there are. Default: as many as there are. A share is
    /// rounded to whole rows. scikit-learn's <c>max_samples</c>.
    /// </summary>
    [Hyperparameter]
    public RowCount Rows { get; init; } = RowCount.Fraction(1);

    internal override bool TakesAll(int rows) => false;

    internal override double DistinctRows(int rows) => rows * (1 - Math.Exp(-Rows.About(rows) / Math.Max(1.0, rows)));

    internal override void Draw(Seed seed, Span<int> draws) => RowDraws.WithReplacement(seed, Rows.About(draws.Length), draws);
}
