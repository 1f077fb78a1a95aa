using System.Diagnostics;
using System.Globalization;
using TypedTune.Learning;

namespace TypedTune.Benchmarks.Metrics;

/// <summary>Scores many rows by metrics of probabilities, for comparison with others in the same run.</summary>
internal static class MetricCost
{
    private const int Repeats = 15;

    /// <summary>Prints the score and the least seconds of several turns, a line a metric.</summary>
    /// <param name="rows">How many rows.</param>
    public static void Run(int rows)
    {
        Console.WriteLine("metric,score,seconds,processor seconds");
        foreach (int labels in (int[])[2, 5])
        {
            var (truth, predictions, weights) = Make(rows, labels);
            foreach (var (name, metric) in MetricsOf(labels))
            {
                Print($"{name}, {labels} labels", metric, truth, predictions, null);
                if (labels == 2)
                    Print($"{name}, {labels} labels, weighted", metric, truth, predictions, weights);
            }
        }
    }

    private static IEnumerable<(string Name, ProbabilityMetric Metric)> MetricsOf(int labels) => labels == 2
        ? [("ROC-AUC", Metric.RocAuc()), ("average precision", Metric.AveragePrecision("1")), ("log loss", Metric.LogLoss)]
        : [("ROC-AUC", Metric.RocAuc()), ("log loss", Metric.LogLoss)];

    private static void Print(string name, ProbabilityMetric metric, Targets truth, Predictions predictions, double[]? weights)
    {
        double score = 0, least = double.PositiveInfinity, processor = double.PositiveInfinity;
        for (int turn = 0; turn < Repeats; turn++)
        {
            var (start, spent) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            score = metric.Score(truth, predictions, weights);
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalSeconds);
            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - spent).TotalSeconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\"{name}\",{score:R},{least:F6},{processor:F6}"));
    }

    // Numbers that any language makes alike: a linear congruence, and no logarithm.
    private static (Targets Truth, Predictions Predictions, double[] Weights) Make(int rows, int labels)
    {
        ulong state = 42;
        double Next()
        {
            state = state * 6364136223846793005UL + 1442695040888963407UL;
            return (state >> 11) / 9007199254740992.0;
        }

        string[] names = [.. Enumerable.Range(0, labels).Select(label => label.ToString(CultureInfo.InvariantCulture))];
        var (codes, weights, columns) = (new int[rows], new double[rows], names.Select(_ => new double[rows]).ToArray());
        for (int row = 0; row < rows; row++)
        {
            codes[row] = (int)(Next() * labels);
            weights[row] = Next() + 0.5;
            double sum = 0;
            for (int label = 0; label < labels; label++)
                sum += columns[label][row] = Next() + (codes[row] == label ? 0.5 : 0) + 0.01;
            for (int label = 0; label < labels; label++)
                columns[label][row] /= sum;
        }

        var truth = Targets.Of(new Categories(names, codes));
        return (truth, new Predictions(truth) { Probabilities = FeatureMatrix.FromColumns(new FeatureNames(names), columns) }, weights);
    }
}
