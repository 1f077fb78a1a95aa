namespace TypedTune.Learning;

/// <summary>
/// The interval score: the width of the prediction interval, and for a target outside of it its distance times 2 / (1 − coverage), in the target's unit (Gneiting and
/// Raftery, "Strictly proper scoring rules, prediction, and estimation", JASA 102, 2007). Small is good.
/// </summary>
/// <remarks>It is least for the true quantiles: neither too wide nor too narrow intervals win.</remarks>
public sealed class IntervalScore : IntervalMetric
{
    internal IntervalScore(double coverage)
        : base(coverage)
    {
    }

    /// <inheritdoc/>
    public override string Name => FormattableString.Invariant($"score of the {100 * Coverage} % interval");

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    private protected override double ScoreRow(double truth, double low, double high)
    {
        double outside = truth < low ? low - truth : truth > high ? truth - high : 0;
        return high - low + 2 / (1 - Coverage) * outside;
    }
}
