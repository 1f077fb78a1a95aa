using TuneAnything;

#region study
var p = CacheOptions.Space;
Space<CacheOptions> space = p.All(); // every declared range: shards on a log scale × a share × three policies

var study = Study.Minimize(space, CacheSimulation.MeanCost, iterations: 60, new StudyOptions { Seed = 42 });

CacheOptions best = study.Best.Configuration; // the caller's own type
Console.WriteLine($"Best of {study.Trials.Count}: {best} at {study.Best.Score:F4} a request");
#endregion
Console.WriteLine($"The defaults cost {CacheSimulation.MeanCost(new CacheOptions()):F4}");
Console.WriteLine();

// A grid around the best, which visits every point and no point twice.
Grid<CacheOptions> around = p.Policy.In(best.Policy) * p.Shards.In(best.Shards, Math.Min(64, best.Shards + 2)) * p.HotFraction.Uniform(0, 0.9, step: 0.1);
Console.WriteLine(Study.Minimize(around, CacheSimulation.MeanCost).ToTable());
