namespace TypedTune.Learning;

/// <summary>Confidence intervals for the scores of metrics that average something over the rows.</summary>
/// <remarks>
/// Student's t interval of the mean: it takes the rows for independent draws, and the mean of that many rows for about
/// normal, which a few dozen rows make true unless single errors dominate.
/// </remarks>
public static class MetricIntervals
{
    /// <summary>
    /// An interval for the RMSE: the square roots of the ends of the t interval of the mean squared error, the lower end
    /// of which is cut off at 0.
    /// </summary>
    /// <param name="metric">The metric.</param>
    /// <param name="truth">N finite numbers, N at least 2.</param>
    /// <param name="predictions">N finite numbers, in the same order.</param>
    /// <param name="confidence">Between 0 and 1, both excluded. Default: 0.95.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are fewer than 2 rows, or a number is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not between 0 and 1.</exception>
    public static ConfidenceInterval Interval(this RootMeanSquaredError metric, ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, double confidence = 0.95)
    {
        var errors = Errors(metric, truth, predictions, confidence);
        var (low, high) = OfMean(Array.ConvertAll(errors, error => error * error), confidence, metric.Name);
        return new ConfidenceInterval(Math.Sqrt(low), Math.Sqrt(high), confidence);
    }

    /// <summary>An interval for the MAE: the t interval of the mean absolute error, the lower end of which is cut off at 0.</summary>
    /// <inheritdoc cref="Interval(RootMeanSquaredError, ReadOnlySpan{double}, ReadOnlySpan{double}, double)"/>
    public static ConfidenceInterval Interval(this MeanAbsoluteError metric, ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, double confidence = 0.95)
    {
        var errors = Errors(metric, truth, predictions, confidence);
        var (low, high) = OfMean(Array.ConvertAll(errors, Math.Abs), confidence, metric.Name);
        return new ConfidenceInterval(low, high, confidence);
    }

    private static double[] Errors(RegressionMetric metric, ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, double confidence)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, FormattableString.Invariant($"The confidence must be above 0 and below 1, but is {confidence}."));
        metric.Check(truth, predictions);
        if (truth.Length < 2)
            throw new ArgumentException($"An interval for the {Excerpt.From(metric.Name)} needs at least 2 rows, but there is 1.", nameof(truth));
        var errors = new double[truth.Length];
        for (int row = 0; row < errors.Length; row++)
            errors[row] = truth[row] - predictions[row];
        return errors;
    }

    private static (double Low, double High) OfMean(double[] values, double confidence, string name)
    {
        double mean = values.Sum() / values.Length;
        double squares = 0;
        foreach (double value in values)
            squares += (value - mean) * (value - mean);
        double standardError = Math.Sqrt(squares / (values.Length - 1) / values.Length);
        double margin = StudentT.Quantile((1 + confidence) / 2, values.Length - 1) * standardError;
        if (!double.IsFinite(mean + margin))
            throw new ArgumentException($"The interval of the {name} of these {values.Length} rows is beyond the range of a double. Scale the target first.");
        return (Math.Max(0, mean - margin), mean + margin);
    }
}
