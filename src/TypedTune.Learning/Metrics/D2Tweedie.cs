namespace TypedTune.Learning;

/// <summary>D²: the share of the targets' Tweedie deviance from their mean that the predictions explain; 1 is perfect, 0 as good as the mean, and worse predictions are negative.</summary>
/// <remarks>At power 0 it is R². Where the mean is perfect the share is not defined, and such rows are refused.</remarks>
public sealed class D2Tweedie : RegressionMetric
{
    /// <summary>The power.</summary>
    public double Power { get; }

    internal D2Tweedie(double power)
    {
        Power = power;
    }

    /// <inheritdoc/>
    public override string Name => FormattableString.Invariant($"D² of the Tweedie deviance of power {Power}");

    /// <inheritdoc/>
    public override Direction Direction => Direction.Maximize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        ExplainedShare.RequireVariation(Name, truth, weights);
        double sum = 0;
        for (int row = 0; row < truth.Length; row++)
            sum += weights[row] * truth[row];
        var mean = new double[truth.Length];
        mean.AsSpan().Fill(sum / MetricWeights.Sum(weights));
        double left = Tweedie.MeanDeviance(Name, Power, truth, predictions, weights);
        return ExplainedShare.Compute(Name, left, Tweedie.MeanDeviance(Name, Power, truth, mean, weights));
    }
}
