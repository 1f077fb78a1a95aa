using System.Diagnostics;
using System.Text.Json;
using TypedTune.Learning;

namespace TypedTune.Benchmarks.Peers;

/// <summary>A grid over trees, depth and rows to split, scored on folds with one fit and one traversal a fold.</summary>
internal static class SubmodelsRun
{
    private static readonly int[] Trees = [20, 40, 60, 80, 100];
    private static readonly int[] Depths = [4, 8, 12, 16, 20];
    private static readonly int[] RowsToSplit = [2, 5, 10, 20, 40];

    public static void Print(Matrix train, ForestSettings settings, int folds)
    {
        var context = new FitContext(new WorkScheduler(settings.Threads));
        Scores(train.Head(2000), settings, folds, context);

        var processorBefore = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        double[] scores = Scores(train, settings, folds, context);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double processor = (Environment.CpuUsage.TotalTime - processorBefore).TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new { seconds, processor, scores }));
    }

    /// <summary>The mean error of each point, the rows to split changing fastest, then the depth.</summary>
    private static double[] Scores(Matrix train, ForestSettings settings, int folds, FitContext context)
    {
        var largest = new RandomForestRegressor { Trees = Trees.Max(), MaxDepth = Depths.Max(), MinRowsToSplit = RowsToSplit.Min(), MaxFeatures = settings.MaxFeatures, Seed = settings.Seed };
        RandomForestRegressor[] points =
        [
            .. from trees in Trees
               from depth in Depths
               from rows in RowsToSplit
               select largest with { Trees = trees, MaxDepth = depth, MinRowsToSplit = rows },
        ];
        var features = TypedTuneRows.Of(train, []).Features;
        var targets = Targets.Of(train.Target);
        var scores = new double[points.Length];
        foreach (var fold in new KFold(folds).Split(new RowRoles(targets)))
        {
            var fitted = largest.FitSubmodels(features.TakeRows(fold.Train), [.. fold.Train.Select(row => train.Target[row])], context);
            double[] actual = [.. fold.Validation.Select(row => train.Target[row])];
            var predictions = fitted.Predict(features.TakeRows(fold.Validation), points, context);
            for (int point = 0; point < points.Length; point++)
                scores[point] += Metric.RootMeanSquaredError.Score(actual, predictions[point]) / folds;
        }

        return scores;
    }
}
