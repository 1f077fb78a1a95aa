namespace TypedTune.Learning;

/// <summary>Quantiles of numbers with weights, as scikit-learn 1.2 takes them.</summary>
internal static class WeightedQuantile
{
    private const double Slack = 1e-12;

    /// <summary>Finds a quantile.</summary>
    /// <param name="values">N numbers, at least one; sorted in place.</param>
    /// <param name="weights">N weights of at least 0, one of them above.</param>
    /// <param name="quantile">Above 0 and below 1.</param>
    /// <returns>Where all weights are equal, between the two nearest in rank; else the smallest number by which this share of the weight is reached.</returns>
    public static double Find(double[] values, ReadOnlySpan<double> weights, double quantile)
    {
        if (weights.IndexOfAnyExcept(weights[0]) < 0)
        {
            Array.Sort(values);
            return InterpolatedQuantile.Find(values, quantile);
        }

        double[] ordered = weights.ToArray();
        Array.Sort(values, ordered);

        // A share of the weight that is reached exactly is reached whatever the weights are multiplied by.
        double total = MetricWeights.Sum(ordered), wanted = quantile * total - Slack * total;
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += ordered[i];
            if (ordered[i] > 0 && sum >= wanted)
                return values[i];
        }

        return values[Array.FindLastIndex(ordered, weight => weight > 0)];
    }
}
