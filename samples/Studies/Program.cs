using Studies;

#region spaces
var p = ClientOptions.Space; // what a space does not vary keeps its default; SpaceFrom(options) starts from other values
Grid<ClientOptions> grid = p.Connections.In(1, 2, 4, 8, 16) * p.TimeoutSeconds.In(0.5, 1, 2); // 15 points
Grid<ClientOptions> cheap = grid.Where(options => options.Connections * options.TimeoutSeconds <= 8); // checked before anything is evaluated
Space<ClientOptions> continuum = p.Connections.LogUniform(1, 64) * p.TimeoutSeconds.Uniform(0.2, 3);
Space<ClientOptions> space = p.Connections.All() * p.TimeoutSeconds.All() // the declared ranges, on the declared scales
    * (p.Backoff.ConstantBackoff.PauseSeconds.All() + p.Backoff.ExponentialBackoff.Factor.In(1.5, 2, 3)); // the options of a choice, each with its own
#endregion
Console.WriteLine($"{grid.Count} points, {cheap.Count} of them cheap; a continuum of {continuum.Dimensions} dimensions, a space of {space.Dimensions}");

var service = new Service();

#region async
var study = new Study<ClientOptions>(space)
{
    Budget = new() { Trials = 40 },
    Seed = 42,
    Threads = 16, // so many measurements are under way at once
    TrialTimeout = TimeSpan.FromSeconds(30),
    OnFailure = FailurePolicy.Retry(2),
};
var measured = await study.MinimizeAsync((options, trial, cancellation) => service.MeasureAsync(options, round: 0, cancellation));
Console.WriteLine($"{measured.Best.Score:F3} s with {measured.Best.Configuration}");
#endregion

#region pruning
var pruning = new Study<ClientOptions>(space)
{
    Budget = new() { Trials = 40 },
    Seed = 42,
    Pruner = new LimitPruner(2),
    MaxPendingTrials = 16, // with a pruner it limits how many run at once, too
    Threads = 16,
};
var result = await pruning.MinimizeAsync(async (options, trial, cancellation) =>
{
    double sum = 0;
    for (int round = 1; round <= 10; round++)
    {
        sum += await service.MeasureAsync(options, round, cancellation);
        trial.Report(round, sum / round); // throws where the pruner ends the trial; let the exception pass
    }

    return sum / 10;
});
#endregion
Console.WriteLine($"{result.Trials.Count(trial => trial.State == TrialState.Pruned)} of {result.Trials.Count} trials were pruned; the best takes {result.Best.Score:F3} s");

#region ask-tell
var loop = new Study<ClientOptions>(space) { Budget = new() { Trials = 20 }, Direction = Direction.Minimize, Seed = 42 };
while (loop.Ask(count: 4) is { Count: > 0 } candidates)
{
    foreach (var candidate in candidates)
    {
        try
        {
            loop.Tell(candidate, service.Measure(candidate.Configuration));
        }
        catch (IOException error)
        {
            loop.Tell(candidate, error); // a failed trial
        }
    }
}

Console.WriteLine(loop.ToldResult().Best);
#endregion

#region grid-budget
var first = new Study<ClientOptions>(grid) { Budget = new() { Trials = 5 } }; // the first 5 points, in the grid's order
var drawn = new Study<ClientOptions>(grid) { Budget = new() { Trials = 5 }, Sampler = Sampler.Random, Seed = 42 }; // 5 points, each as likely
#endregion
Console.WriteLine($"The first points have {Connections(first)} connections, those that are drawn {Connections(drawn)}");

int before = service.Measurements;
#region store
var store = new InMemoryStore(); // one of your own keeps the history in a file or a database
Study<ClientOptions> StudyOf(int trials) => new(space) { Budget = new() { Trials = trials }, Seed = 42, Store = store };

StudyOf(20).Minimize(service.Measure);
var continued = StudyOf(40).Minimize(service.Measure); // 40 trials, of which the first 20 come from the store
#endregion
Console.WriteLine($"{continued.Trials.Count} trials, {service.Measurements - before} measurements");

string Connections(Study<ClientOptions> study) => string.Join(", ", study.Minimize(service.Measure).Trials.Select(trial => trial.Configuration.Connections).Distinct().Order());
