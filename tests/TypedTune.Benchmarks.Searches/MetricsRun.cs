using Housing;
using TypedTune.Learning;

namespace TypedTune.Benchmarks.Searches;

/// <summary>What nine more metrics cost a search: the same candidates scored by one and by ten, in one process, in turn, after a search of both kinds that is not counted.</summary>
internal static class MetricsRun
{
    private static readonly IMetric<HousingModel>[] s_others =
    [
        Metric.MeanAbsoluteError, Metric.MeanSquaredError, Metric.RSquared, Metric.ExplainedVariance, Metric.MaxError,
        Metric.MeanAbsolutePercentageError, Metric.MeanSquaredLogError, Metric.MedianAbsoluteError, Metric.D2AbsoluteError,
    ];

    public static void Print(Table<District> train, Grid<HousingModel> candidates, int threads, int folds, int rounds)
    {
        var one = new GridSearch<HousingModel>(candidates) { Evaluation = new KFold(folds), Scoring = Metric.RootMeanSquaredError, Threads = threads, Refit = false };
        var ten = one with { Metrics = s_others };
        one.Fit(train);
        ten.Fit(train);
        var runs = new List<MetricTimes>();
        for (int round = 0; round < rounds; round++)
        {
            var (first, firstProcessor) = Timing.Measure(() => one.Fit(train));
            var (second, secondProcessor) = Timing.Measure(() => ten.Fit(train));
            runs.Add(new MetricTimes(first, firstProcessor, second, secondProcessor));
        }

        Reports.Print(new MetricsReport(runs, Median(runs.Select(run => run.Ten / run.One)), Median(runs.Select(run => run.TenProcessor / run.OneProcessor))));
    }

    private static double Median(IEnumerable<double> ratios)
    {
        double[] sorted = [.. ratios.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
