using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Rows drawn without replacement (Bühlmann and Yu, "Analyzing bagging", 2002; ranger's <c>replace = FALSE</c>). Immutable.</summary>
public sealed partial record Subsample : RowSampling
{
    /// <summary>
    /// How many rows are drawn for a tree, from 1 to N, which is checked at fit. Default: 0.632 of them, the share that a
    /// bootstrap sample holds, as in ranger. A share is rounded to whole rows.
    /// </summary>
    [Hyperparameter(SearchMin = 0.2, SearchMax = 0.9)]
    public RowCount Rows { get; init; } = RowCount.Fraction(0.632);

    internal override bool TakesAll(int rows) => Rows.About(rows) >= rows;

    internal override double DistinctRows(int rows) => Math.Min(Rows.About(rows), rows);

    internal override void Draw(Seed seed, Span<int> draws)
    {
        int count = Rows.About(draws.Length);
        if (count > draws.Length)
            throw new ArgumentOutOfRangeException(nameof(Rows), count, string.Create(CultureInfo.InvariantCulture, $"Subsample.Rows must be at most the number of training rows, {draws.Length}, but is {count}. To draw more, use Bootstrap."));
        RowDraws.WithoutReplacement(seed, count, draws);
    }
}
