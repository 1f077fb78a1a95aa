using TuneAnything;

#region study
var p = CacheOptions.Space;
Space<CacheOptions> space = p.All(); // every declared range: shards on a log scale × a share × three policies

var study = new Study<CacheOptions>(space) { Budget = new() { Trials = 60 }, Seed = 42 };
var result = study.Minimize(CacheSimulation.MeanCost);

CacheOptions best = result.Best.Configuration; // the caller's own type
Console.WriteLine($"Best of {result.Trials.Count}: {best} at {result.Best.Score:F4} a request");
#endregion
Console.WriteLine($"The defaults cost {CacheSimulation.MeanCost(new CacheOptions()):F4}");
Console.WriteLine();

// A grid around the best, which visits every point and no point twice.
Grid<CacheOptions> around = p.Policy.In(best.Policy) * p.Shards.In(best.Shards, Math.Min(64, best.Shards + 2)) * p.HotFraction.Uniform(0, 0.9, step: 0.1);
Console.WriteLine(new Study<CacheOptions>(around).Minimize(CacheSimulation.MeanCost).ToTable());
