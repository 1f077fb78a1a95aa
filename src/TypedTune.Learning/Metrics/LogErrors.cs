namespace TypedTune.Learning;

/// <summary>Differences of log(1 + y).</summary>
internal static class LogErrors
{
    /// <summary>The weighted mean of their squares.</summary>
    /// <exception cref="ArgumentException">A number is below 0.</exception>
    public static double MeanSquare(string metric, ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        double sum = 0;
        for (int row = 0; row < truth.Length; row++)
        {
            SignChecks.Require(metric, truth[row], "target", row, allowsZero: true);
            SignChecks.Require(metric, predictions[row], "prediction", row, allowsZero: true);
            double error = LogOnePlus(truth[row]) - LogOnePlus(predictions[row]);
            sum += weights[row] * (error * error);
        }

        return sum / MetricWeights.Sum(weights);
    }

    // Exact also where the value is lost beside 1: the rounding of 1 + x is divided out.
    private static double LogOnePlus(double value)
    {
        double sum = 1 + value;
        return sum == 1 ? value : double.IsPositiveInfinity(sum) ? PortableMath.Log(value) : PortableMath.Log(sum) * (value / (sum - 1));
    }
}
