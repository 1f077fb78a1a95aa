namespace TypedTune.Learning;

/// <summary>The mean width of the prediction interval, in the target's unit. Of intervals of the same coverage the narrower are better.</summary>
public sealed class IntervalWidth : IntervalMetric
{
    internal IntervalWidth(double coverage)
        : base(coverage)
    {
    }

    /// <inheritdoc/>
    public override string Name => FormattableString.Invariant($"width of the {100 * Coverage} % interval");

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    private protected override double ScoreRow(double truth, double low, double high) => high - low;
}
