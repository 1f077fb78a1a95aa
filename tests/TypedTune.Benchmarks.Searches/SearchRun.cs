using System.Diagnostics;
using Housing;
using TypedTune.Learning;

namespace TypedTune.Benchmarks.Searches;

/// <summary>The chapter's pipeline, searched over given candidates and fitted again, timed from the first call on as chapter.py times scikit-learn's.</summary>
internal static class SearchRun
{
    public static void Print(Table<District> train, Table<District> test, Grid<HousingModel> candidates, int threads, int folds)
    {
        long start = Stopwatch.GetTimestamp();
        var search = new GridSearch<HousingModel>(candidates) { Evaluation = new KFold(folds), Scoring = Metric.RootMeanSquaredError, Threads = threads };
        var result = search.Fit(train);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Reports.Print(new SearchReport(
            seconds,
            result.Best.MeanScore,
            Metric.RootMeanSquaredError.Score(test.Target, result.Model.Predict(test)),
            [.. result.Trials.Select(trial => Report(trial.Configuration, trial.MeanScore))]));
    }

    private static TrialReport Report(HousingModel candidate, double? meanRmse) =>
        new(candidate.Preprocessing.Geo.Clusters, candidate.RandomForest.MaxFeatures.Match(count => count, _ => 0, () => 0, () => 0, () => 0), meanRmse);
}
