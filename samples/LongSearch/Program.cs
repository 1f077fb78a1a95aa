using LongSearch;

// Stop it with Ctrl+C and start it again: it goes on where it was.
string path = args.Length > 0 ? args[0] : Path.Combine(Path.GetTempPath(), "long-search.json");
var data = Machines.Many(3_000);
using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancellation.Cancel();
};

#region search
var p = RandomForestRegressor.SpaceFrom(new RandomForestRegressor { Seed = 42 });
var search = new GridSearch<RandomForestRegressor>(
    p.Trees.In(25, 50, 100, 200) * p.MaxDepth.In(4, 8, 16, null) * p.MinRowsToSplit.In(2, 8, 32) * p.MaxFeatures.Fraction.In(0.3, 0.6, 1.0))
{
    Evaluation = new KFold(5) { Shuffle = true },
    Scoring = Metric.RootMeanSquaredError, // ranks
    Metrics = [Metric.MeanAbsoluteError, Metric.RSquared], // are reported
    TrainingScores = true,
    Selection = Selection.OneStandardError<RandomForestRegressor>(trial => trial.Configuration.Trees), // about as good, and small
    Budget = new() { Time = TimeSpan.FromMinutes(10), TargetScore = 0.5 },
    OnFailure = FailurePolicy.Retry(1), // then the exception stays with its trial
    CandidateTimeout = TimeSpan.FromMinutes(1),
    MemoryLimit = 1L << 30,
};
Console.WriteLine(search.Plan(data, search.Pilot(data))); // fits, what submodels save, memory, time
#endregion

var earlier = File.Exists(path) ? Read() : null;
var result = LiveProgress.Show(progress => earlier is null
    ? search.Fit(data, progress, cancellationToken: cancellation.Token)
    : search.Continue(earlier, data, progress, cancellationToken: cancellation.Token));
#region save
using (var file = File.Create(path))
    result.WriteJson(file); // search.ReadJson gives it back in the same types, and search.Continue goes on from it
#endregion

Console.WriteLine($"{result.StopReason}: {result.Trials.Count} of {search.Plan(data).Distinct} trials, kept in {path}");
if (result.StopReason == StopReason.Cancelled)
    return;
foreach (var trial in result.Ranked.Take(5))
    Console.WriteLine($"{trial.Rank,3}  RMSE {trial.Score:F3} ± {trial.StandardError:F3}, training {trial.Scores[0].Training!.Mean:F3}, {trial.Configuration.Trees} trees, depth {trial.Configuration.MaxDepth}");
Console.WriteLine($"Selected: {result.Selected.Configuration.Trees} trees, RMSE {result.Selected.Score:F3}, R² {result.Selected.ScoresOf(Metric.RSquared).Validation.Mean:F3}");
Console.WriteLine($"Refitted on all rows: {result.Model.Configuration.Trees} trees");

SearchHistory<RandomForestRegressor> Read()
{
    using var file = File.OpenRead(path);
    return search.ReadJson(file);
}
