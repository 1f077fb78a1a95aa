using System.Diagnostics;
using System.Text.Json;
using Housing;
using TypedTune.Learning;

namespace TypedTune.Benchmarks.Peers;

/// <summary>The chapter's pipeline, searched over given candidates and fitted again, timed from the first call on as chapter.py times scikit-learn's.</summary>
internal static class ChapterRun
{
    public static void Print(Table<District> train, Table<District> test, Grid<HousingModel> candidates, int threads, int folds)
    {
        long start = Stopwatch.GetTimestamp();
        var search = new GridSearch<HousingModel>(candidates) { Evaluation = new KFold(folds), Scoring = Metric.RootMeanSquaredError, Threads = threads };
        var result = search.Fit(train);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            seconds,
            cvRmse = result.Best.MeanScore,
            testRmse = Metric.RootMeanSquaredError.Score(test.Target, result.Model.Predict(test)),
            trials = result.Trials.Select(trial => new
            {
                clusters = trial.Configuration.Preprocessing.Geo.Clusters,
                maxFeatures = trial.Configuration.RandomForest.MaxFeatures.Match(count => count, _ => 0, () => 0, () => 0, () => 0),
                meanRmse = trial.MeanScore,
            }),
        }));
    }
}
