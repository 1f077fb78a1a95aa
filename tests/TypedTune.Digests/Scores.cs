namespace TypedTune.Digests;

/// <summary>What metrics and intervals say.</summary>
internal static class Scores
{
    /// <summary>The name of each result and its numbers.</summary>
    public static IEnumerable<(string Name, double[] Numbers)> All()
    {
        var (truth, weights) = (Rows.Target(), Rows.Weights());
        double[] predictions = [.. truth.Skip(1), truth[0]];
        foreach (RegressionMetric metric in (RegressionMetric[])[Metric.RootMeanSquaredError, Metric.MeanSquaredError, Metric.MeanAbsoluteError, Metric.RSquared])
            yield return ($"score.{metric.Name}", [metric.Score(truth, predictions), metric.Score(truth, predictions, weights)]);
        yield return ("score.accuracy", [Metric.Accuracy.Score(Rows.Labels(3), Rows.Labels(3).TakeRows([.. Enumerable.Range(0, 700).Reverse()]), weights)]);
        var squared = Metric.RootMeanSquaredError.Interval(truth, predictions);
        var absolute = Metric.MeanAbsoluteError.Interval(truth, predictions, 0.8);
        yield return ("intervals", [squared.Low, squared.High, absolute.Low, absolute.High]);
    }
}
