using Housing;
using TypedTune.Learning;

namespace TypedTune.Benchmarks.Searches;

/// <summary>
/// What it saves that equal steps are fitted once: candidates searched together, and each of them, repeats included, searched
/// alone, one after the other; in one process, in turn, after a search of both kinds that is not counted. Nothing is fitted again at the end.
/// </summary>
internal static class SharingRun
{
    public static void Print(Table<District> train, Grid<HousingModel> candidates, int threads, int folds, int rounds)
    {
        var together = Search(candidates);
        GridSearch<HousingModel>[] alone = [.. candidates.Select(candidate => Search(Grid<HousingModel>.Of(candidate)))];
        together.Fit(train);
        alone[0].Fit(train);

        var runs = new List<SharingTimes>();
        for (int round = 0; round < rounds; round++)
        {
            var (shared, sharedProcessor) = Timing.Measure(() => together.Fit(train));
            var (naive, naiveProcessor) = Timing.Measure(() => Array.ForEach(alone, search => search.Fit(train)));
            runs.Add(new SharingTimes(shared, sharedProcessor, naive, naiveProcessor));
        }

        var plans = Array.ConvertAll(alone, search => search.Plan(train));
        var steps = together.Plan(train).Steps.Select(step => new SharingFits(step.Step, step.Fits, plans.Sum(plan => plan.FitsOf(step.Step))));
        Reports.Print(new SharingReport(runs, [.. steps]));

        GridSearch<HousingModel> Search(Grid<HousingModel> grid) =>
            new(grid) { Evaluation = new KFold(folds), Scoring = Metric.RootMeanSquaredError, Threads = threads, Refit = false };
    }
}
