namespace TypedTune.Learning;

/// <summary>The share of the rows, or of their weight, whose target lies in the prediction interval, ends included.</summary>
/// <remarks>It should be near to <see cref="IntervalMetric.Coverage"/>: a larger one is bought by wider intervals. Rank by an <see cref="IntervalScore"/>, which weighs both, and read this beside it.</remarks>
public sealed class IntervalCoverage : IntervalMetric
{
    internal IntervalCoverage(double coverage)
        : base(coverage)
    {
    }

    /// <inheritdoc/>
    public override string Name => FormattableString.Invariant($"coverage of the {100 * Coverage} % interval");

    /// <inheritdoc/>
    public override Direction Direction => Direction.Maximize;

    private protected override double ScoreRow(double truth, double low, double high) => truth >= low && truth <= high ? 1 : 0;
}
