namespace TypedTune.Learning;

/// <summary>The mean Tweedie deviance of a power: squared errors at 0, Poisson at 1, gamma at 2; the larger the power, the more errors on small targets cost. 0 is perfect.</summary>
/// <remarks>Below 0 predictions must be above 0; from 1 to 2, 2 excluded, targets at least 0 and predictions above 0; from 2 on, both above 0. Powers above 0 and below 1 have no distribution.</remarks>
public sealed class MeanTweedieDeviance : RegressionMetric
{
    /// <summary>The power.</summary>
    public double Power { get; }

    internal MeanTweedieDeviance(double power)
    {
        Power = power;
    }

    /// <inheritdoc/>
    public override string Name => Power switch { 1 => "Poisson deviance", 2 => "gamma deviance", _ => FormattableString.Invariant($"Tweedie deviance of power {Power}") };

    /// <inheritdoc/>
    public override Direction Direction => Direction.Minimize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        return Tweedie.MeanDeviance(Name, Power, truth, predictions, weights);
    }
}
