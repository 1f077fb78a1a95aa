namespace TypedTune.Learning;

/// <summary>The unit deviance of the Tweedie distributions.</summary>
internal static class Tweedie
{
    /// <summary>Refuses a power that has no distribution.</summary>
    public static double Require(double power) => double.IsFinite(power) && power is <= 0 or >= 1
        ? power
        : throw new ArgumentOutOfRangeException(nameof(power), power, FormattableString.Invariant($"A power must be at most 0 or at least 1, but is {power}: between, there is no Tweedie distribution."));

    /// <summary>The weighted mean deviance.</summary>
    /// <exception cref="ArgumentException">A number is outside of the distribution; the message names its row.</exception>
    public static double MeanDeviance(string metric, double power, ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        double sum = 0;
        for (int row = 0; row < truth.Length; row++)
        {
            if (power >= 1)
                SignChecks.Require(metric, truth[row], "target", row, allowsZero: power < 2);
            if (power != 0)
                SignChecks.Require(metric, predictions[row], "prediction", row, allowsZero: false);
            sum += weights[row] * Deviance(power, truth[row], predictions[row]);
        }

        return sum / MetricWeights.Sum(weights);
    }

    private static double Deviance(double power, double truth, double prediction) => power switch
    {
        0 => (truth - prediction) * (truth - prediction),
        1 => 2 * ((truth == 0 ? 0 : truth * PortableMath.Log(truth / prediction)) - truth + prediction),
        2 => 2 * (PortableMath.Log(prediction / truth) + truth / prediction - 1),
        _ => 2 * (Power(Math.Max(truth, 0), 2 - power) / ((1 - power) * (2 - power))
            - truth * Power(prediction, 1 - power) / (1 - power)
            + Power(prediction, 2 - power) / (2 - power)),
    };

    private static double Power(double value, double exponent) => value == 0 ? 0 : PortableMath.Exp(exponent * PortableMath.Log(value));
}
